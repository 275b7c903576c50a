import {drawGroups} from "../metrics/drawGroups.js";
import {groupIndex} from "../metrics/groupIndex.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import type {Estimate} from "../metrics/types.js";
import {randomSource} from "../random/randomSource.js";

export interface BootstrapOptions {
  readonly seed: number;
  readonly replicates?: number;
}

/**
 * Numbers told of weighted rows, with their 95 % percentile intervals by bootstrap over groups.
 *
 * @param groups n names or ids; rows of one group are drawn together
 * @param measure given each row's weight, how often its group was drawn (1 for the values themselves), returns the
 *   numbers, NaN where one is undefined
 * @returns one a number; null where it is undefined, or was so in a replicate: too few groups hold it up
 * @see Davison and Hinkley 1997, Bootstrap Methods and their Application, 3.8 (the cluster bootstrap)
 */
export function bootstrapEstimates(
  groups: ArrayLike<number>,
  measure: (weight: Int32Array) => readonly number[],
  {seed, replicates = 400}: BootstrapOptions
): (Estimate | null)[] {
  const {index, count} = groupIndex(groups);
  const weight = new Int32Array(index.length).fill(1);
  const values = measure(weight);
  const random = randomSource(seed);
  const counts = new Int32Array(count);
  const drawn = Array.from({length: replicates}, () => {
    drawGroups(counts, random);
    index.forEach((group, row) => (weight[row] = counts[group]));
    return measure(weight);
  });
  return values.map((value, k) => {
    const replicated = drawn.map((one) => one[k]);
    if (Number.isNaN(value) || replicated.some(Number.isNaN)) return null;
    const [low, high] = percentileInterval(replicated);
    return {value, low, high};
  });
}
