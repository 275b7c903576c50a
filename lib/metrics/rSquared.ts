import {mean} from "d3-array";

/**
 * The share of the variance of outcomes that predictions explain.
 *
 * R² = 1 − Σ(yᵢ − pᵢ)² / Σ(yᵢ − ȳ)²
 *
 * @param y outcomes, n values
 * @param p predictions, n values
 * @returns at most 1; 0 is no better than the mean; null where the outcomes do not vary
 * @throws RangeError if the lengths differ
 */
export function rSquared(y: ArrayLike<number>, p: ArrayLike<number>): number | null {
  if (y.length !== p.length) throw new RangeError(`rSquared requires equal lengths; got y ${y.length}, p ${p.length}`);
  const middle = mean(Array.from(y)) ?? NaN;
  let unexplained = 0;
  let all = 0;
  for (let i = 0; i < y.length; i++) {
    unexplained += (y[i] - p[i]) ** 2;
    all += (y[i] - middle) ** 2;
  }
  return all > 0 ? 1 - unexplained / all : null;
}
