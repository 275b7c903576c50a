/**
 * The margin XGBoost starts from, given a model's `base_score`.
 *
 * m = −ln(1/b − 1), every step in float32 as XGBoost takes it: near 1 that is off the true log-odds by more than
 * 1e-6, and predictions agree only if the same rounding is made.
 *
 * @param baseScore probability in (0, 1); rounded to float32 first
 * @returns log-odds, a float32 value
 * @throws RangeError if the probability rounds to 0 or 1, or is NaN
 * @see XGBoost 1.7.4, src/objective/regression_loss.h, ProbToMargin
 */
export function marginOfBaseScore(baseScore: number): number {
  const score = Math.fround(baseScore);
  if (!(score > 0 && score < 1)) {
    throw new RangeError(`marginOfBaseScore requires a base score in (0, 1) as float32; got ${baseScore}`);
  }
  return Math.fround(-Math.log(Math.fround(Math.fround(1 / score) - 1))) + 0;
}
