import {spearman} from "../metrics/spearman.js";

/**
 * Whether a feature's contribution rises or falls with its value: their Spearman correlation over rows.
 *
 * @param x n values of the feature; NaN is missing and left out
 * @param phi n contributions of it
 * @returns in [-1, 1]; 0 where either is constant
 * @throws RangeError if the lengths differ
 */
export function direction(x: Float32Array, phi: Float32Array | Float64Array): number {
  return spearman(x, phi) ?? 0;
}
