import {confusionMatrix} from "./confusionMatrix.js";
import type {ThresholdOptions} from "./types.js";

/**
 * Recall: share of real hits that are predicted hits, tp / (tp + fn).
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; at or above the threshold is a predicted hit
 * @returns share in [0, 1]; null without real hits
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function recall(y: ArrayLike<number>, p: ArrayLike<number>, options: ThresholdOptions = {}): number | null {
  const {tp, fn} = confusionMatrix(y, p, options);
  return tp + fn === 0 ? null : tp / (tp + fn);
}
