import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {byDefinition} from "./byDefinition.js";
import {anyCase, ensembleOf, farthest, type Nested} from "./ensembles.js";

it("treeExplainer(ensemble)(row) is what all coalitions say, whatever the trees", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const explain = treeExplainer(ensemble);
      for (const row of rows) {
        const expected = byDefinition(ensemble, row);
        const {base, phi} = explain(row);
        assert.ok(Math.abs(base - expected.base) <= 1e-9);
        assert.ok(farthest(phi, expected.phi) <= 1e-9, `off by ${farthest(phi, expected.phi)}`);
      }
    }),
    {numRuns: 300, seed: 1}
  );
});

it("treeExplainer(ensemble)(row) holds on a path of 16 splits on 16 features, and of 17 where one repeats", () => {
  const chain = (splits: number): Nested => {
    let tree: Nested = {value: 1.5, cover: 3};
    for (let k = 0; k < splits; k++) {
      const leaf = {value: Math.sin(3 * k), cover: (1 + (k % 3)) * 2 ** k}; // so that both ways of a split count
      const children: {left: Nested; right: Nested} = k % 2 ? {left: leaf, right: tree} : {left: tree, right: leaf};
      tree = {feature: k % 16, threshold: k < 16 ? 0.5 : 0.8, defaultLeft: k % 5 < 2, ...children};
    }
    return tree;
  };
  for (const splits of [16, 17]) {
    const ensemble = ensembleOf(16, [chain(splits)]);
    const row = Array.from({length: 16}, (_, j) => (j === 3 ? NaN : j === 9 ? 0.6 : j % 2 ? 0.9 : 0.1));
    const off = farthest(treeExplainer(ensemble)(row).phi, byDefinition(ensemble, row).phi);
    assert.ok(off <= 1e-9, `off by ${off}`);
  }
});

it("treeExplainer(ensemble)(row) compares as float32 and leaves the row as it is", () => {
  const leaves = {left: {value: -1, cover: 1}, right: {value: 1, cover: 1}};
  const ensemble = ensembleOf(1, [{feature: 0, threshold: Math.fround(0.1), defaultLeft: true, ...leaves}]);
  const row = Object.freeze([0.1 - 1e-12]);
  assert.ok(farthest(treeExplainer(ensemble)(row).phi, [1]) <= 1e-12);
});

it("treeExplainer(ensemble)(row) gives each call its own values", () => {
  const leaves = {left: {value: -1, cover: 1}, right: {value: 1, cover: 1}};
  const explain = treeExplainer(ensembleOf(1, [{feature: 0, threshold: 0, defaultLeft: true, ...leaves}]));
  const first = explain([-1]);
  explain([1]);
  assert.ok(farthest(first.phi, [-1]) <= 1e-12);
});

it("treeExplainer(ensemble)(row) refuses another width", () => {
  const explain = treeExplainer(ensembleOf(2, [{value: 1, cover: 1}]));
  for (const row of [[], [1], [1, 2, 3]]) assert.throws(() => explain(row), {message: /requires 2 values; got/});
});
