import {countUpTo} from "../countUpTo.js";
import type {TreeEnsemble} from "../trees/types.js";

export const MOST_SPLITS = 2 ** 15 - 1; // of the trees ranked together, so that ranks have 15 bits

/**
 * Every comparison of a batch with the splits of some trees, as 15-bit integers: two rows fit a 32-bit word, and both
 * are compared by one subtraction without a branch.
 *
 * A row goes left exactly if its rank is at most the split's: if bit 15 of (split + 2^15 − rank) is set.
 */
export interface ColumnRanks {
  readonly split: Uint16Array; // one a node from `first` on
  readonly first: number;
  readonly low: readonly Int32Array[]; // one column a feature, a pair of rows a word; a missing value is below all thresholds
  readonly high: readonly Int32Array[]; // the same; a missing value is above all thresholds
}

/**
 * Replaces values by their ranks among the thresholds of their feature in the nodes first .. end − 1.
 *
 * @param columns one a feature of the ensemble, in its order
 */
export function columnRanks(
  {features, feature, threshold}: TreeEnsemble,
  columns: readonly Float32Array[],
  first: number,
  end: number
): ColumnRanks {
  const distinct = features.map(() => new Set<number>());
  for (let node = first; node < end; node++) if (feature[node] >= 0) distinct[feature[node]].add(threshold[node]);
  const thresholds = distinct.map((values) => Float32Array.from(values).sort());
  const split = new Uint16Array(end - first);
  for (let node = first; node < end; node++)
    if (feature[node] >= 0) split[node - first] = countUpTo(thresholds[feature[node]], threshold[node]) - 1;
  const rankAll = (column: Float32Array, j: number, missing: number) => {
    const ranks = new Uint16Array(column.length + (column.length % 2)); // to whole words
    for (let i = 0; i < column.length; i++)
      ranks[i] = Number.isNaN(column[i]) ? missing : countUpTo(thresholds[j], column[i]);
    return new Int32Array(ranks.buffer);
  };
  const low = columns.map((column, j) => rankAll(column, j, 0));
  const high = columns.map((column, j) =>
    column.some(Number.isNaN) ? rankAll(column, j, thresholds[j].length) : low[j]
  );
  return {split, first, low, high};
}
