import {shuffle} from "../../../lib/exams/shuffle.js";

/**
 * Rows held back from training to tell when to stop: whole groups at random, until their share of rows is reached.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param groups n names or ids, such as artists; each row is its own without
 * @param share of the rows, in [0, 1)
 * @param random uniform in [0, 1)
 * @returns n flags, 1 if held back; all 0 if either side would lack a class
 */
export function validationRows(
  y: ArrayLike<number>,
  groups: ArrayLike<string | number> | undefined,
  share: number,
  random: () => number
): Uint8Array {
  const n = y.length;
  const rowsOf = new Map<string | number, number[]>();
  for (let i = 0; i < n; i++) {
    const group = groups ? groups[i] : i;
    const rows = rowsOf.get(group);
    if (rows) rows.push(i);
    else rowsOf.set(group, [i]);
  }
  const held = new Uint8Array(n);
  let left = Math.floor(share * n);
  for (const rows of shuffle([...rowsOf.values()], random)) {
    if (left <= 0) break;
    for (const i of rows) held[i] = 1;
    left -= rows.length;
  }
  const sides = new Set(Array.from(held, (flag, i) => 2 * flag + y[i]));
  return sides.size === 4 ? held : new Uint8Array(n);
}
