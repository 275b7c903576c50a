import {rank} from "d3-array";

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, ties counted as their mean rank.
 *
 * rho = cov(R(a), R(b)) / (sd R(a) · sd R(b))
 *
 * @param a n values, NaN where missing
 * @param b n values, NaN where missing
 * @returns rho in [-1, 1] over the rows where both are known; null where either is constant there
 * @throws RangeError if the lengths differ
 * @see Spearman 1904, American Journal of Psychology 15(1)
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length !== b.length) {
    throw new RangeError(`rankCorrelation requires equal lengths; got ${a.length} and ${b.length}`);
  }
  const rows = Array.from({length: a.length}, (_, i) => i).filter((i) => !Number.isNaN(a[i]) && !Number.isNaN(b[i]));
  const ranksA = meanRanks(rows.map((i) => a[i]));
  const ranksB = meanRanks(rows.map((i) => b[i]));
  const middle = (rows.length - 1) / 2;
  let covariance = 0;
  let varianceA = 0;
  let varianceB = 0;
  for (let i = 0; i < rows.length; i++) {
    const da = ranksA[i] - middle;
    const db = ranksB[i] - middle;
    covariance += da * db;
    varianceA += da * da;
    varianceB += db * db;
  }
  return varianceA > 0 && varianceB > 0 ? covariance / Math.sqrt(varianceA * varianceB) : null;
}

/** Ranks from 0; d3 gives tied values their lowest rank, and a tie of k values spans k ranks. */
function meanRanks(values: readonly number[]): Float64Array {
  const lowest = rank(values);
  const ties = new Map<number, number>();
  for (const at of lowest) ties.set(at, (ties.get(at) ?? 0) + 1);
  return lowest.map((at) => at + (ties.get(at)! - 1) / 2);
}
