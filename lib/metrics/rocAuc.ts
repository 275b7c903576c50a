import {checkPredictions} from "./checkPredictions.js";
import {thresholdCounts} from "./thresholdCounts.js";

/**
 * Area under the ROC curve: the chance that a random hit has a higher p than a random flop, ties counted half.
 *
 * AUC = #{(i, k): yᵢ = 1, yₖ = 0, pᵢ > pₖ} + ½ #{…, pᵢ = pₖ}, over the number of such pairs
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns area in [0, 1]; .5 is chance; null with one class
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see Hanley and McNeil 1982, Radiology 143(1)
 */
export function rocAuc(y: ArrayLike<number>, p: ArrayLike<number>): number | null {
  checkPredictions("rocAuc", y, p);
  const {tp, fp} = thresholdCounts(y, p);
  const pairs = tp.at(-1)! * fp.at(-1)!;
  let won = 0;
  for (let t = 0; t < tp.length; t++) {
    const hitsAbove = t === 0 ? 0 : tp[t - 1];
    const flopsHere = t === 0 ? fp[0] : fp[t] - fp[t - 1];
    won += (flopsHere * (hitsAbove + tp[t])) / 2;
  }
  return pairs === 0 ? null : won / pairs;
}
