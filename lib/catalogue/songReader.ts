import {cellParser} from "../csv/cellParser.js";
import type {CsvRow} from "../csv/csvRows.js";
import {parseDecade} from "../csv/parseDecade.js";
import {FEATURES} from "../features/features.js";
import type {ColumnMap} from "./ColumnMap.js";

/** Why a row was left out. */
export interface RowFault {
  readonly line: number; // of the file, from 1
  readonly column: string; // the header's name for it; empty if the whole row is at fault
  readonly expected: string;
  readonly got: string; // quoted
}

/**
 * Prepares to read the features of songs from the rows of a file.
 *
 * A decade may be told by itself ("1960", "1960s"), a year or a date that starts with one ("1965-07-02").
 *
 * @returns reads one row into row i of columns, one a feature of `FEATURES`; what is at fault, or null. A row at fault
 *   leaves columns half written
 */
export function songReader(
  map: ColumnMap,
  header: readonly string[]
): (row: CsvRow, columns: readonly Float32Array[], i: number) => RowFault | null {
  const width = header.length;
  const cells = FEATURES.map(({name}, j) => ({j, at: map.features[name], parse: parserOf(name, map)}));
  const read = cells.flatMap(({j, at, parse}) => (at === null ? [] : [{j, at, parse}]));
  const constants = cells
    .filter(({at}) => at === null)
    .map(({j}) => ({j, value: FEATURES[j].name === "decade" ? (map.decade ?? NaN) : NaN}));
  return ({line, cells}, columns, i) => {
    if (cells.length !== width)
      return {line, column: "", expected: `${width} cells like the header`, got: String(cells.length)};
    for (const {j, value} of constants) columns[j][i] = value;
    for (const {j, at, parse} of read) {
      try {
        columns[j][i] = parse(cells[at]);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const [, expected, got] = /^expected ([^]*?); got ([^]*)$/.exec(error.message)!;
        return {line, column: header[at], expected, got};
      }
    }
    return null;
  };
}

function parserOf(name: string, {durationUnit}: ColumnMap): (cell: string) => number {
  if (name === "decade") return parseDecade;
  const parse = cellParser(name, false);
  if (name !== "duration_ms" || durationUnit === "ms") return parse;
  const asSeconds = cellParser("", false); // any number
  return (cell) => {
    const seconds = asSeconds(cell);
    return Number.isNaN(seconds) ? seconds : parse(String(1000 * seconds));
  };
}
