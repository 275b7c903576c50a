/**
 * Where a pair of features is in a list of all pairs, each feature's pair with itself included.
 *
 * The pairs of features 0 .. j come first, so a list of M features has M (M + 1) / 2: (0, 0), (0, 1), (1, 1), (0, 2), ...
 *
 * @param i index of a feature, from 0
 * @param j of another or the same, in either order
 */
export function pairIndex(i: number, j: number): number {
  return i <= j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j;
}
