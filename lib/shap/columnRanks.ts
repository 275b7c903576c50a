import type {TreeEnsemble} from "../trees/types.js";

/** Every comparison of a batch with every split of an ensemble, as integers that need no branch. */
export interface ColumnRanks {
  readonly split: Int32Array; // one a node: the place of its threshold among the feature's distinct ones
  readonly low: readonly Int32Array[]; // one column a feature: thresholds at or below x; −1 where x is missing
  readonly high: readonly Int32Array[]; // the same, but above every threshold where x is missing
}

/**
 * Replaces values by their ranks among the thresholds of their feature.
 *
 * x goes left at a node exactly if rank ≤ split[node], with `low` where missing values go left and `high` where they
 * go right; in bits, (rank − split[node] − 1) >>> 31.
 *
 * @param columns one a feature of the ensemble, in its order
 */
export function columnRanks(
  {features, feature, threshold}: TreeEnsemble,
  columns: readonly Float32Array[]
): ColumnRanks {
  const split = new Int32Array(feature.length);
  const thresholds = features.map(() => new Set<number>());
  for (let node = 0; node < feature.length; node++)
    if (feature[node] >= 0) thresholds[feature[node]].add(threshold[node]);
  const sorted = thresholds.map((values) => Float32Array.from(values).sort());
  for (let node = 0; node < feature.length; node++)
    if (feature[node] >= 0) split[node] = countUpTo(sorted[feature[node]], threshold[node]) - 1;
  const low = columns.map((column, j) =>
    Int32Array.from(column, (x) => (Number.isNaN(x) ? -1 : countUpTo(sorted[j], x)))
  );
  const high = low.map((ranks) => (ranks.includes(-1) ? ranks.map((rank) => (rank < 0 ? 2 ** 31 - 1 : rank)) : ranks));
  return {split, low, high};
}

/** How many of the ascending values are at or below x. */
function countUpTo(ascending: Float32Array, x: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle] <= x) from = middle + 1;
    else to = middle;
  }
  return from;
}
