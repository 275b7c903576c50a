import {shortestFloat} from "../trees/shortestFloat.js";

/**
 * Where a column is cut into segments: at each of its values if these are few, else at quantiles, so that segments hold
 * about as many rows each.
 *
 * @param column n values; NaN is missing
 * @param segments most there may be, at least 1
 * @returns knots, ascending, segments + 1 at most, the least and the largest value among them; none if all known
 *   values are the same
 */
export function columnKnots(column: Float32Array, segments: number): number[] {
  const known = column.filter((x) => !Number.isNaN(x)).sort();
  const values = [...new Set(known)];
  if (values.length < 2) return [];
  if (values.length <= segments + 1) return values.map(shortestFloat);
  const quantile = (_: unknown, k: number) => known[Math.round((k / segments) * (known.length - 1))];
  return [...new Set(Array.from({length: segments + 1}, quantile))].map(shortestFloat);
}
