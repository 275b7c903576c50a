import {normalCdf} from "./normalCdf.js";

/**
 * Quantile of the standard normal, by bisection of `normalCdf`; exact to about 1e-6 within six deviations.
 *
 * @param p a probability in (0, 1)
 * @throws RangeError if p is not
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile requires p in (0, 1); got ${p}`);
  let low = -8;
  let high = 8;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
