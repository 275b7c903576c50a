import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import {coverShares} from "../../../lib/shap/coverShares.js";
import {pathExpectation} from "../../../lib/shap/pathExpectation.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {anyCase, ensembleOf, farthest} from "./ensembles.js";

// 1/4 of the training rows go left at the root; of the others, none and none.
const tree = {
  feature: 0,
  threshold: 0.5,
  defaultLeft: true,
  left: {value: 1, cover: 2},
  right: {feature: 1, threshold: 0, defaultLeft: false, left: {value: -1, cover: 0}, right: {value: 2, cover: 6}}
};

function drain(steps: Generator<number, Float64Array>): {yielded: number[]; values: Float64Array} {
  const yielded: number[] = [];
  for (;;) {
    const {done, value} = steps.next();
    if (done) return {yielded, values: value};
    yielded.push(value);
  }
}

it("coalitionValues(ensemble, row) weighs unknown splits by cover, follows known ones, and counts trees", () => {
  const ensemble = ensembleOf(2, [tree, {value: 0.25, cover: 8}], -0.5);
  const {yielded, values} = drain(coalitionValues(ensemble, [1, -1]));
  assert.deepEqual(yielded, [1, 2]);
  // none: 1/4 × 1 + 3/4 × 2; feature 0: 2; feature 1: 1/4 × 1 + 3/4 × −1; both: −1; each − 0.5 + 0.25
  assert.deepEqual([...values], [1.5, 1.75, -0.75, -1.25]);
  assert.deepEqual([...drain(coalitionValues(ensemble, [NaN, NaN])).values], [1.5, 0.75, 1.5, 0.75]);
});

it("coalitionValues(ensemble, row) compares as float32", () => {
  const stump = {...tree, threshold: Math.fround(0.1), right: {value: 2, cover: 6}};
  assert.equal(drain(coalitionValues(ensembleOf(1, [stump]), [0.1 - 1e-12])).values[1], 2);
});

it("coalitionValues(ensemble, row) weighs children that no training row reached by halves", () => {
  const leaf = (value: number) => ({value, cover: 0});
  const empty = ensembleOf(1, [{feature: 0, threshold: 0, defaultLeft: true, left: leaf(1), right: leaf(2)}]);
  assert.deepEqual([...drain(coalitionValues(empty, [5])).values], [1.5, 2]);
});

it("coalitionValues(ensemble, row) ends at the row's margin and is every tree's pathExpectation", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows: [row]}) => {
      const shares = coverShares(ensemble);
      const {values} = drain(coalitionValues(ensemble, row));
      assert.ok(Math.abs(values[values.length - 1] - marginOfRow(ensemble, Float32Array.from(row))) <= 1e-9);
      const expected = values.map((_, S) =>
        ensemble.starts
          .slice(0, -1)
          .reduce((sum, root) => sum + pathExpectation(ensemble, shares, root, row, S), ensemble.baseMargin)
      );
      assert.ok(farthest(values, expected) <= 1e-12);
    })
  );
});

it("coalitionValues(ensemble, row) refuses another width and more than 24 features", () => {
  assert.throws(() => coalitionValues(ensembleOf(2, [tree]), [1]).next(), /requires 2 values a row; got 1/);
  const wide = ensembleOf(25, [tree]);
  assert.throws(() => coalitionValues(wide, new Array(25).fill(0)).next(), /at most 24 features; got 25/);
});

it("coverShares(ensemble) refuses a cover that is negative or not finite", () => {
  const broken = ensembleOf(2, [tree]);
  for (const cover of [-1, NaN, Infinity]) {
    broken.cover[1] = cover;
    assert.throws(() => coverShares(broken), {name: "RangeError", message: /got (-1|NaN|Infinity) at node 1/});
  }
});
