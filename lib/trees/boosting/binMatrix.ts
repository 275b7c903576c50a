import type {Columns} from "../../columns.js";
import {binColumn} from "./binColumn.js";

/** X as codes, four columns to a word and row by row, so that one row lies in one or two cache lines. */
export interface BinMatrix {
  readonly rows: number;
  readonly groups: number; // words a row
  readonly words: Int32Array; // rows × groups; column k is byte k & 3 of word k >> 2
  readonly columns: readonly BinMeaning[];
}

/** What the codes of one column mean. */
export interface BinMeaning {
  readonly feature: number; // column of X
  readonly cuts: Float32Array; // code first + b holds cuts[b − 1] ≤ x < cuts[b]
  readonly first: 0 | 1; // code of the lowest values; 1 where code 0 stands for missing
  readonly size: number; // codes in use: 0 .. size − 1
}

/**
 * Bins every column that can be split; constant and all-missing columns are left out.
 *
 * @param maxBins largest number of codes a column, 2 to 256
 */
export function binMatrix(X: Columns, maxBins: number): BinMatrix {
  const codes: Uint8Array[] = [];
  const columns: BinMeaning[] = [];
  X.columns.forEach((column, feature) => {
    const binned = binColumn(column, maxBins);
    if (binned.size < 2) return;
    codes.push(binned.codes);
    columns.push({feature, cuts: binned.cuts, first: binned.first, size: binned.size});
  });
  const rows = X.length;
  const groups = Math.ceil(codes.length / 4);
  const words = new Int32Array(rows * groups);
  const none = new Uint8Array(codes.length % 4 === 0 ? 0 : rows);
  for (let g = 0; g < groups; g++) {
    const [a, b = none, c = none, d = none] = codes.slice(4 * g, 4 * g + 4);
    for (let i = 0, at = g; i < rows; i++, at += groups) words[at] = a[i] | (b[i] << 8) | (c[i] << 16) | (d[i] << 24);
  }
  return {rows, groups, words, columns};
}
