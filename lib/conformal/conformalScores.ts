import {checkPredictions} from "../metrics/checkPredictions.js";

/**
 * How strange each row's own label looks: 1 − the probability it was given.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1], out of fold
 * @returns n scores in [0, 1]
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function conformalScores(y: ArrayLike<number>, p: ArrayLike<number>): Float64Array {
  checkPredictions("conformalScores", y, p);
  return Float64Array.from(p, (value, i) => (y[i] === 1 ? 1 - value : value));
}
