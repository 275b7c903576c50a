import {checkPredictions} from "./checkPredictions.js";

/**
 * Brier score: mean squared error of predicted probabilities.
 *
 * BS = (1/n) Σᵢ (pᵢ − yᵢ)²
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns score in [0, 1]; 0 is perfect
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see Brier 1950, Monthly Weather Review 78(1); halved, two classes
 */
export function brierScore(y: ArrayLike<number>, p: ArrayLike<number>): number {
  checkPredictions("brierScore", y, p);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (p[i] - y[i]) ** 2;
  return sum / y.length;
}
