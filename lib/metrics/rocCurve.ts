import {checkPredictions} from "./checkPredictions.js";
import {thinCurve} from "./thinCurve.js";
import {thresholdCounts} from "./thresholdCounts.js";

/** One threshold of a ROC curve. */
export interface RocPoint {
  readonly falsePositiveRate: number; // share of flops at or above the threshold
  readonly truePositiveRate: number; // share of hits at or above the threshold
  readonly threshold: number | null; // p; null at the start, where no row is predicted a hit
}

/**
 * ROC curve from (0, 0) to (1, 1), thinned to the points that keep its shape.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns points by falling threshold; null with one class
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function rocCurve(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {maxPoints = 200}: {maxPoints?: number} = {}
): RocPoint[] | null {
  checkPredictions("rocCurve", y, p);
  const {threshold, tp, fp} = thresholdCounts(y, p);
  const hits = tp.at(-1)!;
  const flops = fp.at(-1)!;
  if (hits === 0 || flops === 0) return null;
  const thresholds = [null, ...threshold];
  const truePositiveRate = [0, ...tp].map((count) => count / hits);
  const falsePositiveRate = [0, ...fp].map((count) => count / flops);
  return thinCurve(falsePositiveRate, truePositiveRate, maxPoints).map((i) => ({
    falsePositiveRate: falsePositiveRate[i],
    truePositiveRate: truePositiveRate[i],
    threshold: thresholds[i]
  }));
}
