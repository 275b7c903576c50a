import {confusionMatrix} from "./confusionMatrix.js";
import type {ThresholdOptions} from "./types.js";

/**
 * Precision: share of real hits among predicted hits, tp / (tp + fp).
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; at or above the threshold is a predicted hit
 * @returns share in [0, 1]; null if nothing is predicted a hit
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function precision(y: ArrayLike<number>, p: ArrayLike<number>, options: ThresholdOptions = {}): number | null {
  const {tp, fp} = confusionMatrix(y, p, options);
  return tp + fp === 0 ? null : tp / (tp + fp);
}
