import {checkPredictions} from "./checkPredictions.js";
import {thinCurve} from "./thinCurve.js";
import {thresholdCounts} from "./thresholdCounts.js";

/** One threshold of a precision-recall curve. */
export interface PrecisionRecallPoint {
  readonly recall: number; // share of hits at or above the threshold
  readonly precision: number; // share of hits among rows at or above the threshold
  readonly threshold: number; // p
}

/**
 * Precision-recall curve, from the highest p to recall 1, thinned to the points that keep its shape.
 *
 * It starts at the first real threshold: with nothing predicted a hit, precision is undefined.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns points by falling threshold; null without hits
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function precisionRecallCurve(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {maxPoints = 200}: {maxPoints?: number} = {}
): PrecisionRecallPoint[] | null {
  checkPredictions("precisionRecallCurve", y, p);
  const {threshold, tp, fp} = thresholdCounts(y, p);
  const hits = tp.at(-1)!;
  if (hits === 0) return null;
  const recall = tp.map((count) => count / hits);
  const precision = tp.map((count, t) => count / (count + fp[t]));
  return thinCurve(recall, precision, maxPoints).map((i) => ({
    recall: recall[i],
    precision: precision[i],
    threshold: threshold[i]
  }));
}
