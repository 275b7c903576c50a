import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {compareExplanations} from "../../../lib/shap/compareExplanations.js";
import {shapByDefinition} from "../../../lib/shap/shapByDefinition.js";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {ensembleOf} from "./ensembles.js";

// f0 < 1 ? (f1 < 0 ? 4 : 0) : 2, with covers 1, 1 and 2; then a leaf of 0.5
const trees = ensembleOf(
  2,
  [
    {
      feature: 0,
      threshold: 1,
      defaultLeft: true,
      left: {
        feature: 1,
        threshold: 0,
        defaultLeft: false,
        left: {value: 4, cover: 1},
        right: {value: 0, cover: 1}
      },
      right: {value: 2, cover: 2}
    },
    {value: 0.5, cover: 4}
  ],
  -1
);

describe("shapByDefinition(ensemble, row)", () => {
  it("gives the values found by hand, telling the trees done", () => {
    // v(∅) = 2 − .5, v(0) = 2 − .5, v(1) = (4 + 2) / 2 − .5, v(01) = 4 − .5: f1 alone adds 1 without f0 and 2 with it
    const steps = shapByDefinition(trees, [NaN, -3]);
    assert.deepEqual(
      [1, 2].map(() => steps.next()),
      [1, 2].map((value) => ({value, done: false}))
    );
    const last = steps.next();
    assert.ok(last.done);
    assert.equal(last.value.base, 1.5);
    assert.deepEqual([...last.value.phi], [0.5, 1.5]);
    assert.ok(compareExplanations(last.value, treeExplainer(trees)([NaN, -3])) < 1e-15);
  });

  it("refuses a row of another width", () => {
    assert.throws(() => shapByDefinition(trees, [1]).next(), /requires 2 values a row; got 1/);
  });
});

describe("compareExplanations(a, b)", () => {
  const of = (base: number, ...phi: number[]) => ({base, phi});

  it("is the largest difference, of whatever sign and wherever it is", () => {
    assert.equal(compareExplanations(of(1, 2, 3), of(1, 2, 3)), 0);
    assert.equal(compareExplanations(of(1, 2, 3), of(1, 2.25, 2.5)), 0.5);
    assert.equal(compareExplanations(of(1, 2, 3), of(1, 2.75, 2.5)), 0.75);
    assert.equal(compareExplanations(of(1, 2, 3), of(4, 2, 3.5)), 3);
    assert.equal(compareExplanations(of(1), of(0.5)), 0.5);
  });

  it("refuses other features, and values that are none", () => {
    assert.throws(() => compareExplanations(of(1, 2), of(1)), /requires as many values; got 1 and 0/);
    assert.throws(() => compareExplanations(of(1, NaN), of(1, 2)), /requires finite values; got NaN/);
    assert.throws(() => compareExplanations(of(NaN, 1), of(1, 2)), /requires finite values/);
  });
});
