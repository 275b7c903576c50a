import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import {probabilityExplainer} from "../../../lib/shap/probabilityExplainer.js";
import {treeGame} from "../../../lib/shap/treeGame.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {anyCase, ensembleOf, farthest, type Nested} from "./ensembles.js";

/** The slow definition. */
function valuesOf(ensemble: TreeEnsemble, row: ArrayLike<number>): Float64Array {
  const steps = coalitionValues(ensemble, row);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

it("treeGame(ensemble)(row) is coalitionValues', whatever the trees, call after call", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const game = treeGame(ensemble);
      for (const row of [...rows, ...rows]) {
        const off = farthest(game(row), valuesOf(ensemble, row));
        assert.ok(off <= 1e-9, `off by ${off}`);
      }
    }),
    {numRuns: 300, seed: 1}
  );
});

it("treeGame(ensemble)(row) holds where a path of 13 splits comes back to each of four features", () => {
  const grow = (depth: number): Nested =>
    depth === 13
      ? {value: 1, cover: 2}
      : {
          feature: (depth * 3) % 4,
          threshold: [0.5, 0.9, -0.2][depth % 3],
          defaultLeft: depth % 5 < 2,
          left: depth % 2 ? grow(depth + 1) : {value: Math.sin(depth), cover: 1 + (depth % 3)},
          right: depth % 2 ? {value: Math.cos(depth), cover: 1 + (depth % 3)} : grow(depth + 1)
        };
  const ensemble = ensembleOf(4, [grow(0), grow(1)], 0.3);
  for (const row of [
    [0.7, 0.6, 0.3, NaN],
    [1, 1, 1, 1],
    [-1, NaN, 0, 0.55]
  ])
    assert.ok(farthest(treeGame(ensemble)(row), valuesOf(ensemble, row)) <= 1e-12);
});

it("treeGame(ensemble)(row) compares as float32, and refuses another width and more than 20 features", () => {
  const leaves = {left: {value: -1, cover: 1}, right: {value: 1, cover: 1}};
  const stump: Nested = {feature: 0, threshold: Math.fround(0.1), defaultLeft: true, ...leaves};
  assert.deepEqual([...treeGame(ensembleOf(1, [stump]))(Object.freeze([0.1 - 1e-12]))], [0, 1]);
  assert.throws(() => treeGame(ensembleOf(2, [stump]))([1]), {
    name: "RangeError",
    message: "treeGame requires 2 values; got 1"
  });
  assert.equal(treeGame(ensembleOf(20, [stump]))(new Array<number>(20).fill(0)).length, 2 ** 20);
  assert.throws(() => treeGame(ensembleOf(21, [stump])), {
    name: "RangeError",
    message: "treeGame requires at most 20 features; got 21"
  });
});

it("probabilityExplainer(ensemble)(row) splits what knowing the row does to the probability, as all coalitions say", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const explain = probabilityExplainer(ensemble);
      for (const row of rows) {
        const margins = valuesOf(ensemble, row);
        const {base, phi} = explain(row);
        const expected = bruteForce((S) => sigmoid(margins[S]), row.length);
        assert.ok(Math.abs(base - expected.base) <= 1e-12);
        assert.ok(farthest(phi, expected.phi) <= 1e-9);
        const p = sigmoid(marginOfRow(ensemble, Float32Array.from(row)));
        assert.ok(Math.abs(phi.reduce((sum, x) => sum + x, base) - p) <= 1e-9);
      }
    }),
    {numRuns: 100, seed: 2}
  );
});
