import {groupIndex} from "../metrics/groupIndex.js";
import type {Estimate} from "../metrics/types.js";
import {Z95} from "../metrics/wilsonInterval.js";

/**
 * Mean with its 95 % interval, groups of values being alike: mean ± 1.96 √(G/(G−1) Σ_g (Σ (x − mean))²) / n.
 *
 * With one group the interval is as wide as `range` allows.
 *
 * @param values n values, n at least 1
 * @param groups n names or ids; rows of one group may be alike
 * @param range what a value may be; the interval stays inside
 * @see Cochran 1977, Sampling Techniques, 9A.2 (ratio to size)
 */
export function clusterMean(
  values: ArrayLike<number>,
  groups: ArrayLike<string | number>,
  range: readonly [number, number]
): Estimate {
  if (values.length === 0) throw new RangeError("clusterMean requires a value; got none");
  const {index, count} = groupIndex(groups);
  const mean = Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
  if (count < 2) return {value: mean, low: range[0], high: range[1]};
  const sums = new Float64Array(count);
  index.forEach((group, i) => (sums[group] += values[i] - mean));
  const squares = sums.reduce((sum, s) => sum + s * s, 0);
  const half = (Z95 * Math.sqrt((count / (count - 1)) * squares)) / values.length;
  return {value: mean, low: Math.max(range[0], mean - half), high: Math.min(range[1], mean + half)};
}
