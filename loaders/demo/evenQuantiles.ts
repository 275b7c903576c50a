import {quantileSorted} from "d3-array";

/**
 * Quantiles at 0, 1/(n−1), ..., 1, interpolated linearly (Hyndman and Fan's type 7).
 *
 * @param values finite numbers, at least one
 * @param n quantiles, 2 or more
 * @returns n values, ascending
 */
export function evenQuantiles(values: ArrayLike<number>, n: number): number[] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return Array.from({length: n}, (_, i) => quantileSorted(sorted, i / (n - 1))!);
}
