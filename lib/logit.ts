/**
 * Log-odds of a probability: the inverse of lib/sigmoid.ts.
 *
 * m = ln p − ln(1 − p)
 *
 * @param p probability, in [0, 1]; 0 and 1 give ∓Infinity
 * @throws RangeError if p is outside [0, 1] or NaN
 */
export function logit(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`logit requires a probability in [0, 1]; got ${p}`);
  return Math.log(p) - Math.log1p(-p);
}
