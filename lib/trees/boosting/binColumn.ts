import {cutPoints} from "./cutPoints.js";

/** A column in which every value is a small code, so that sums over a node's rows are sums over codes. */
export interface BinnedColumn {
  readonly codes: Uint8Array; // one a row
  readonly cuts: Float32Array; // code first + b holds cuts[b − 1] ≤ x < cuts[b]
  readonly first: 0 | 1; // code of the lowest values; 1 where code 0 stands for missing
  readonly size: number; // codes in use: 0 .. size − 1
}

/**
 * Bins one column. Only a column with missing values spends a code on them.
 *
 * @param column values, NaN for missing
 * @param maxBins largest number of codes, 2 to 256
 */
export function binColumn(column: Float32Array, maxBins: number): BinnedColumn {
  const sorted = new Float32Array(column.length);
  let known = 0;
  for (let i = 0; i < column.length; i++) {
    sorted[known] = column[i];
    known += Number(column[i] === column[i]);
  }
  const first = known < column.length ? 1 : 0;
  const cuts = cutPoints(sorted.subarray(0, known).sort(), maxBins - first);
  const codes = new Uint8Array(column.length);

  // Binary search without branches over cuts padded to a power of two.
  let half = 1;
  while (half <= cuts.length) half *= 2;
  half /= 2;
  const padded = new Float32Array(2 * Math.max(half, 1)).fill(Infinity);
  padded.set(cuts);
  for (let i = 0; i < column.length; i++) {
    const x = column[i];
    if (x !== x) continue; // code 0
    let below = 0; // cuts at or below x
    for (let step = half; step >= 1; step >>= 1) below += Number(padded[below + step - 1] <= x) * step;
    codes[i] = first + below;
  }
  return {codes, cuts, first, size: known === 0 ? 1 : first + cuts.length + 1};
}
