import {confusionMatrix} from "./confusionMatrix.js";
import type {ThresholdOptions} from "./types.js";

/**
 * Accuracy: share of rows predicted right, (tp + tn) / n.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; at or above the threshold is a predicted hit
 * @returns share in [0, 1]
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function accuracy(y: ArrayLike<number>, p: ArrayLike<number>, options: ThresholdOptions = {}): number {
  const {tp, tn} = confusionMatrix(y, p, options);
  return (tp + tn) / y.length;
}
