import {drawGroups} from "../metrics/drawGroups.js";
import {groupIndex} from "../metrics/groupIndex.js";
import {meanRanks} from "../metrics/meanRanks.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import type {Estimate, NoEstimate} from "../metrics/types.js";
import {randomSource} from "../random/randomSource.js";

const REPLICATES = 1000;

/**
 * Spearman's rank correlation with its 95 % interval by bootstrap over groups.
 *
 * A replicate draws whole groups; ranks stay those of all rows, so that a replicate costs one pass over the groups' sums.
 *
 * @param a n values, none missing
 * @param b n values, none missing
 * @param groups n names or ids; rows of one group are drawn together
 * @returns rho in [−1, 1]; none where a or b is constant
 * @throws RangeError if lengths differ
 * @see Davison and Hinkley 1997, Bootstrap Methods and their Application, 3.8
 */
export function rankCorrelation(
  a: Float64Array,
  b: Float64Array,
  groups: ArrayLike<string | number>,
  {seed}: {readonly seed: number}
): Estimate | NoEstimate {
  if (a.length !== b.length || groups.length !== a.length) {
    throw new RangeError(`rankCorrelation requires equal lengths; got ${a.length}, ${b.length}, ${groups.length}`);
  }
  if (isConstant(a) || isConstant(b)) return {value: null, low: null, high: null};
  const [x, y] = [meanRanks(a), meanRanks(b)].map((ranks) => ranks.map((rank) => rank / a.length - 0.5));
  const {index, count} = groupIndex(groups);
  const sums = Array.from({length: count}, () => new Float64Array(6)); // n, x, y, xx, yy, xy
  index.forEach((group, i) => {
    [1, x[i], y[i], x[i] ** 2, y[i] ** 2, x[i] * y[i]].forEach((value, k) => (sums[group][k] += value));
  });
  const times = new Int32Array(count).fill(1);
  const rho = () => {
    const [n, sx, sy, sxx, syy, sxy] = [0, 1, 2, 3, 4, 5].map((k) =>
      sums.reduce((sum, of, group) => sum + times[group] * of[k], 0)
    );
    const scale = (n * sxx - sx * sx) * (n * syy - sy * sy);
    return scale > FLAT * n ** 4 ? (n * sxy - sx * sy) / Math.sqrt(scale) : NaN;
  };
  const value = rho();
  const random = randomSource(seed);
  const drawn = Array.from({length: REPLICATES}, () => {
    drawGroups(times, random);
    return rho();
  });
  const [low, high] = percentileInterval(drawn);
  return {value, low: Math.min(low, value), high: Math.max(high, value)};
}

const FLAT = 1e-12; // of the variances' product: below it what was drawn is constant to rounding

const isConstant = (values: Float64Array) => values.every((value) => value === values[0]);
