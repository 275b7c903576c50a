import {meanRanks} from "./meanRanks.js";
import {pearsonCorrelation} from "./pearsonCorrelation.js";

/**
 * Spearman's rank correlation: Pearson's of the mean ranks among the rows where both values are known.
 *
 * @param a n values, NaN where missing
 * @param b n values, NaN where missing
 * @returns rho in [-1, 1]; null where either is constant there
 * @throws RangeError if the lengths differ
 * @see Spearman 1904, American Journal of Psychology 15(1)
 */
export function spearman(a: Float32Array | Float64Array, b: Float32Array | Float64Array): number | null {
  if (a.length !== b.length) throw new RangeError(`spearman requires equal lengths; got ${a.length} and ${b.length}`);
  const known = (_: number, i: number) => !Number.isNaN(a[i]) && !Number.isNaN(b[i]);
  return pearsonCorrelation(meanRanks(a.filter(known)), meanRanks(b.filter(known)));
}
