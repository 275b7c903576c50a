import {csvFormatRow} from "d3-dsv";
import {shiftPrior} from "../calibration/shiftPrior.js";
import type {CsvFile} from "../csv/openRows.js";
import {safeCell} from "../csv/safeCell.js";
import {FEATURES} from "../features/features.js";
import type {Explanation} from "../shap/types.js";
import type {ColumnMap} from "./ColumnMap.js";
import {songReader} from "./songReader.js";

/** SHAP values of songs, log-odds. */
export interface ExplainedSongs extends Explanation {
  readonly names: readonly string[]; // of the features, one a column of phi
}

/** What a file gets added. */
export interface ScoredColumns {
  readonly p: Float64Array; // one a song that could be read, in the file's order
  readonly hitShare: number; // behind p
  readonly baseRate: number; // that the reader assumes instead
  readonly explained: ExplainedSongs | null;
}

/**
 * The rows of a CSV that could be read, with columns added at their end: p_hit, the same at the base rate assumed, and
 * SHAP values in log-odds. The file is read a second time, so that nothing of it need be kept.
 *
 * @param csv opened anew, and `map` as it was read by
 * @returns its text, piece by piece, lines ending in LF
 */
export async function* scoredText(
  csv: CsvFile,
  map: ColumnMap,
  {p, hitShare, baseRate, explained}: ScoredColumns
): AsyncGenerator<string, void, void> {
  const taken = new Set(csv.header.map((name) => name.trim()));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  const percent = Number((100 * baseRate).toPrecision(3));
  const shap = explained ? [...explained.names.map((name) => `shap_${name}`), "shap_base"] : [];
  const added = ["p_hit", `p_hit_at_${percent}_percent`, ...shap].map(free);
  yield `${csvFormatRow([...csv.header, ...added].map(safeCell))}\n`;

  const read = songReader(map, csv.header);
  const numbers = new Set(Object.values(map.features));
  const scratch = FEATURES.map(() => new Float32Array(1));
  let i = 0;
  for await (const batch of csv.batches) {
    let text = "";
    for (const row of batch) {
      if (read(row, scratch, 0)) continue;
      // Cells that were read as numbers are left as they are: "-7.5 " with a space is no formula.
      const carried = row.cells.map((cell, column) => (numbers.has(column) ? cell : safeCell(cell)));
      text += `${csvFormatRow(carried)},${digits(p[i])},${digits(shiftPrior(p[i], hitShare, baseRate))}`;
      if (explained) {
        for (const column of explained.phi) text += `,${digits(column[i])}`;
        text += `,${digits(explained.base)}`;
      }
      text += "\n";
      i++;
    }
    yield text;
  }
  if (i !== p.length) throw new Error(`the file has ${i} songs now; it had ${p.length}`);
}

const digits = (value: number) => Number(value.toPrecision(9));
