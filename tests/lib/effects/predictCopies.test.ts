import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {predictCopies} from "../../../lib/effects/predictCopies.js";

const X: Columns = {names: ["a", "b"], columns: [Float32Array.of(0, 0.25), Float32Array.of(0.5, NaN)], length: 2};
const product = ({columns: [a, b]}: Columns) => Float64Array.from(a, (value, i) => value * (b[i] >= 0 ? b[i] : 1));

describe("predictCopies(predict, X, copies)", () => {
  it("sets columns throughout, and leaves the others and X as they are", () => {
    const before = structuredClone(X);
    assert.deepEqual(predictCopies(product, X, [{}, {a: 1}, {b: 0.5}, {a: 1, b: 0.75}]), [
      Float64Array.of(0, 0.25),
      Float64Array.of(0.5, 1),
      Float64Array.of(0, 0.125),
      Float64Array.of(0.75, 0.75)
    ]);
    assert.deepEqual(X, before);
    assert.deepEqual(predictCopies(product, X, []), []);
  });

  it("asks about all copies at once, or as few times as memory is cheap for", () => {
    let sizes: number[] = [];
    const counted = (asked: Columns) => {
      sizes.push(asked.length);
      return Float64Array.from(asked.columns[0]);
    };
    const values = [0, 0.25, 0.5, 0.75, 1];
    predictCopies(
      counted,
      X,
      values.map((a) => ({a}))
    );
    assert.deepEqual(sizes, [10]);
    for (const [n, expected] of [
      [100_000, [200_000, 200_000, 100_000]],
      [300_000, [300_000, 300_000, 300_000, 300_000, 300_000]]
    ] as const) {
      sizes = [];
      const long = {names: ["a"], columns: [new Float32Array(n)], length: n};
      const p = predictCopies(
        counted,
        long,
        values.map((a) => ({a}))
      );
      assert.deepEqual(sizes, expected);
      assert.deepEqual(
        p.map((some) => [some.length, some[0], some[n - 1]]),
        values.map((a) => [n, a, a])
      );
    }
  });

  it("refuses a model that does not give a probability a row", () => {
    assert.throws(() => predictCopies(() => new Float64Array(3), X, [{}]), /one probability a row; got 3 for 2/);
    assert.throws(() => predictCopies(() => Float64Array.of(0, NaN), X, [{}]), /p in \[0, 1\]; got NaN at row 1/);
  });
});
