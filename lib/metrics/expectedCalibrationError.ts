import {binOfProbability} from "./binOfProbability.js";
import {checkPredictions} from "./checkPredictions.js";

/**
 * Expected calibration error: by how much p misses the share of hits, averaged over equal-width bins of p.
 *
 * ECE = Σ_b (n_b / n) |mean p in b − share of hits in b|
 *
 * Chance alone makes it positive for a perfectly calibrated model; see calibrationInterval.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns error in [0, 1]; 0 is perfect
 * @throws RangeError if n is 0, the lengths differ, a value is out of range, or bins is not a positive integer
 * @see Naeini, Cooper and Hauskrecht 2015, AAAI 29
 */
export function expectedCalibrationError(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {bins = 15}: {bins?: number} = {}
): number {
  checkPredictions("expectedCalibrationError", y, p);
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`expectedCalibrationError requires a positive integer of bins; got ${bins}`);
  }
  const gaps = new Float64Array(bins);
  for (let i = 0; i < y.length; i++) gaps[binOfProbability(p[i], bins)] += y[i] - p[i];
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / y.length;
}
