import {confusionMatrix} from "./confusionMatrix.js";
import type {ThresholdOptions} from "./types.js";

/**
 * F1: harmonic mean of precision and recall, 2 tp / (2 tp + fp + fn).
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; at or above the threshold is a predicted hit
 * @returns score in [0, 1]; null without hits, predicted or real
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function f1Score(y: ArrayLike<number>, p: ArrayLike<number>, options: ThresholdOptions = {}): number | null {
  const {tp, fp, fn} = confusionMatrix(y, p, options);
  return tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);
}
