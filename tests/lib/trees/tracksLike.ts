import type {Columns} from "../../../lib/columns.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";

/**
 * Rows that a booster has something to learn from: smooth, stepped, few-valued, informative-missing, constant and
 * all-missing columns; `p` are the true probabilities.
 */
export function tracksLike(n: number, seed: number): {X: Columns; y: Uint8Array; p: Float64Array} {
  const random = randomSource(seed);
  const names = ["smooth", "step", "few", "gaps", "noise", "constant", "unknown"];
  const columns = names.map(() => new Float32Array(n));
  const y = new Uint8Array(n);
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const smooth = random() * 4 - 2;
    const step = Math.floor(random() * 6) / 3;
    const few = random() < 0.3 ? 1 : 0;
    const gap = random() < 0.25;
    const margin = 1.5 * Math.sin(2 * smooth) + (step > 1 ? 1 : -1) * (few ? 1 : -0.5) + (gap ? 1.5 : -0.5);
    [smooth, step, few, gap ? NaN : random(), random(), 7, NaN].forEach((x, j) => (columns[j][i] = x));
    p[i] = sigmoid(margin);
    y[i] = Number(random() < p[i]);
  }
  return {X: {names, columns, length: n}, y, p};
}
