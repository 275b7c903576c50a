import type {Columns} from "../../columns.js";
import {binColumn, type BinnedColumn} from "./binColumn.js";

/** X as codes, twice: for histograms row by row, four columns to a word; for parting rows column by column. */
export interface BinMatrix {
  readonly rows: number;
  readonly groups: number; // words a row
  readonly words: Int32Array; // rows × groups; column k is byte k & 3 of word k >> 2
  readonly columns: readonly (BinnedColumn & {readonly feature: number})[]; // `feature` is the column of X
}

/**
 * Bins every column that can be split; constant and all-missing columns are left out.
 *
 * @param maxBins largest number of codes a column, 2 to 256
 */
export function binMatrix(X: Columns, maxBins: number): BinMatrix {
  const columns = X.columns
    .map((column, feature) => ({...binColumn(column, maxBins), feature}))
    .filter(({size}) => size > 1);
  const rows = X.length;
  const groups = Math.ceil(columns.length / 4);
  const words = new Int32Array(rows * groups);
  const none = new Uint8Array(columns.length % 4 === 0 ? 0 : rows);
  for (let g = 0; g < groups; g++) {
    const [a, b = none, c = none, d = none] = columns.slice(4 * g, 4 * g + 4).map(({codes}) => codes);
    for (let i = 0, at = g; i < rows; i++, at += groups) words[at] = a[i] | (b[i] << 8) | (c[i] << 16) | (d[i] << 24);
  }
  return {rows, groups, words, columns};
}
