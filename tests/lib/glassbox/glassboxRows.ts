import type {Columns} from "../../../lib/columns.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";

/** Rows of uniform features a, b and c, a key of five levels, and outcomes of the margin given; a tenth of c missing. */
export function glassboxRows(
  n: number,
  seed: number,
  marginOf: (row: {a: number; b: number; c: number; key: number}) => number
): {X: Columns; y: Uint8Array} {
  const random = randomSource(seed);
  const columns = [0, 1, 2, 3].map(() => new Float32Array(n));
  const y = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const row = {a: random(), b: random(), c: random(), key: Math.floor(5 * random())};
    y[i] = random() < sigmoid(marginOf(row)) ? 1 : 0;
    Object.values(row).forEach((x, j) => (columns[j][i] = x));
    if (random() < 0.1) columns[2][i] = NaN;
  }
  return {X: {names: ["a", "b", "c", "key"], columns, length: n}, y};
}
