import {countUpTo} from "../countUpTo.js";

/**
 * Shares of the values in bins: up to the first edge, above it up to the second, ..., above the last.
 *
 * @param ascending one value or more
 * @param edges ascending
 */
export function binShares(ascending: ArrayLike<number>, edges: ArrayLike<number>): number[] {
  const ends = [...Array.from(edges, (edge) => countUpTo(ascending, edge)), ascending.length];
  return ends.map((end, k) => (end - (k === 0 ? 0 : ends[k - 1])) / ascending.length);
}
