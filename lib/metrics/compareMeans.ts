import {randomSource} from "../random/randomSource.js";
import {checkGroups} from "./checkGroups.js";
import {drawGroups} from "./drawGroups.js";
import {groupIndex} from "./groupIndex.js";
import {percentileInterval} from "./percentileInterval.js";
import {rowLogLoss} from "./rowLogLoss.js";
import type {Difference} from "./types.js";

/** What one model's mean losses and hits of the mark are above another's, on the same rows. */
export interface MeanDifferences {
  readonly accuracy: Difference; // p at or above .5 is a predicted hit
  readonly logLoss: Difference; // nats a row
  readonly brier: Difference;
}

export interface CompareOptions {
  readonly seed: number;
  readonly replicates?: number; // of the bootstrap
}

/**
 * Differences of two models' means over the same rows, the first minus the second, by paired bootstrap over groups.
 *
 * A replicate draws whole groups and takes both models' means on them; each group's sums are made once. Intervals are
 * percentiles of the replicates. The p-value of no difference is 2 (k + 1) / (B + 1), at most 1, where k of the B
 * replicates lie on the side of 0 that fewer lie on, 0 included; with one group, which cannot vary, it is 1.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1 by the one model, n values in [0, 1]
 * @param q the same by the other
 * @param groups n names or ids; rows of one group are drawn together
 * @throws RangeError if n is 0, lengths differ, a value is out of range, or replicates is not a positive integer
 * @see Davison and Hinkley 1997, Bootstrap Methods and their Application, 3.8 and 4.2 (the p-value's count)
 */
export function compareMeans(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  groups: ArrayLike<string | number>,
  {seed, replicates = 1000}: CompareOptions
): MeanDifferences {
  checkGroups("compareMeans", y, p, groups);
  checkGroups("compareMeans", y, q, groups);
  if (!Number.isInteger(replicates) || replicates < 1) {
    throw new RangeError(`compareMeans requires a positive integer of replicates; got ${replicates}`);
  }
  const {index, count} = groupIndex(groups);
  const rows = new Float64Array(count);
  index.forEach((group) => rows[group]++);
  const differences = MEASURES.map((measure) => {
    const sums = new Float64Array(count);
    index.forEach((group, i) => (sums[group] += measure(y[i], p[i]) - measure(y[i], q[i])));
    return sums;
  });
  const random = randomSource(seed);
  const counts = new Int32Array(count).fill(1);
  const measured = weightedMeans(differences, rows, counts);
  const drawn = Array.from({length: replicates}, () => {
    drawGroups(counts, random);
    return weightedMeans(differences, rows, counts);
  });
  const [accuracy, logLoss, brier] = measured.map((value, m) => {
    const values = drawn.map((means) => means[m]);
    const [low, high] = percentileInterval(values);
    return {value, low, high, pValue: count === 1 ? 1 : tailShare(values)};
  });
  return {accuracy, logLoss, brier};
}

/** A row's share of each mean, in the order of MeanDifferences. */
const MEASURES: readonly ((y: number, p: number) => number)[] = [
  (y, p) => Number(p >= 0.5 === (y === 1)),
  rowLogLoss,
  (y, p) => (p - y) ** 2
];

function weightedMeans(sums: readonly Float64Array[], rows: Float64Array, counts: Int32Array): number[] {
  let n = 0;
  const totals = sums.map(() => 0);
  for (let g = 0; g < counts.length; g++) {
    n += counts[g] * rows[g];
    for (let m = 0; m < totals.length; m++) totals[m] += counts[g] * sums[m][g];
  }
  return totals.map((total) => total / n);
}

function tailShare(replicates: readonly number[]): number {
  const atMost = replicates.filter((value) => value <= 0).length;
  const atLeast = replicates.filter((value) => value >= 0).length;
  return Math.min(1, (2 * (Math.min(atMost, atLeast) + 1)) / (replicates.length + 1));
}
