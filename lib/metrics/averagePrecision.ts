import {checkPredictions} from "./checkPredictions.js";
import {thresholdCounts} from "./thresholdCounts.js";

/**
 * Average precision: the precision at every distinct p, weighted by the recall gained there.
 *
 * AP = Σₜ (Rₜ − Rₜ₋₁) Pₜ over distinct thresholds t, falling; rows of equal p enter together
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns score in [0, 1]; the share of hits is chance; null without hits
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see scikit-learn's average_precision_score, which defines it the same way
 */
export function averagePrecision(y: ArrayLike<number>, p: ArrayLike<number>): number | null {
  checkPredictions("averagePrecision", y, p);
  const {tp, fp} = thresholdCounts(y, p);
  const hits = tp.at(-1)!;
  let sum = 0;
  for (let t = 0; t < tp.length; t++) {
    const hitsHere = t === 0 ? tp[0] : tp[t] - tp[t - 1];
    sum += (hitsHere * tp[t]) / (tp[t] + fp[t]);
  }
  return hits === 0 ? null : sum / hits;
}
