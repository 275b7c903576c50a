import type {Columns} from "../columns.js";
import {InputError} from "../csv/InputError.js";
import type {CsvFile} from "../csv/openRows.js";
import {FEATURES} from "../features/features.js";
import type {ColumnMap} from "./ColumnMap.js";
import {songReader, type RowFault} from "./songReader.js";

const MOST_SONGS = 1_000_000; // past it the columns and names of a file may not fit into a browser

/** The songs of a file, in its order; texts are empty where no column holds them. */
export interface Songs {
  readonly X: Columns; // of `FEATURES`
  readonly lines: Int32Array; // of the file, from 1
  readonly title: readonly string[];
  readonly artist: readonly string[];
  readonly id: readonly string[];
  readonly faults: readonly RowFault[]; // one a row left out
}

/**
 * Reads the songs of a CSV; rows that cannot be read are left out and told.
 *
 * @throws InputError if no row can be read, there are too many, or the text itself is at fault
 */
export async function readSongs(csv: CsvFile, map: ColumnMap, onSongs?: (done: number) => void): Promise<Songs> {
  const read = songReader(map, csv.header);
  const faults: RowFault[] = [];
  const texts = {title: [] as string[], artist: [] as string[], id: [] as string[]};
  const kinds = (["title", "artist", "id"] as const).flatMap((kind) => {
    const at = map[kind];
    return at === null ? [] : [{texts: texts[kind], at}];
  });
  let columns = FEATURES.map(() => new Float32Array(1024));
  let lines = new Int32Array(1024);
  let length = 0;
  for await (const batch of csv.batches) {
    for (const row of batch) {
      if (length === lines.length) {
        columns = columns.map((column) => grown(column, new Float32Array(2 * length)));
        lines = grown(lines, new Int32Array(2 * length));
      }
      const fault = read(row, columns, length);
      if (fault) {
        faults.push(fault);
        continue;
      }
      lines[length++] = row.line;
      for (const {texts, at} of kinds) texts.push(row.cells[at]);
      if (length > MOST_SONGS) {
        const problem = `expected ${MOST_SONGS} songs at most; got more`;
        throw new InputError(problem, {file: csv.name, line: row.line});
      }
    }
    onSongs?.(length);
  }
  if (length === 0) {
    const [{line, column, expected, got}] = faults; // a file has a row or more
    throw new InputError(`expected ${expected}; got ${got} (none of its rows can be read)`, {
      file: csv.name,
      line,
      column: column || undefined
    });
  }
  const X = {names: FEATURES.map(({name}) => name), columns: columns.map((column) => column.slice(0, length)), length};
  return {X, lines: lines.slice(0, length), ...texts, faults};
}

function grown<T extends Float32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
