import {checkPredictions} from "./checkPredictions.js";
import type {Confusion, ThresholdOptions} from "./types.js";

/**
 * Counts hits and flops by what was predicted; p at or above the threshold is a predicted hit.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @throws RangeError if n is 0, the lengths differ, a value is out of range, or the threshold is not in [0, 1]
 */
export function confusionMatrix(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {threshold = 0.5}: ThresholdOptions = {}
): Confusion {
  checkPredictions("confusionMatrix", y, p);
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(`confusionMatrix requires a threshold in [0, 1]; got ${threshold}`);
  }
  const counts = {tp: 0, fp: 0, fn: 0, tn: 0};
  for (let i = 0; i < y.length; i++) {
    if (p[i] >= threshold) counts[y[i] === 1 ? "tp" : "fp"]++;
    else counts[y[i] === 1 ? "fn" : "tn"]++;
  }
  return counts;
}
