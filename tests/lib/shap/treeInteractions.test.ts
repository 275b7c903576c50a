import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {treeInteractions} from "../../../lib/shap/treeInteractions.js";
import {anyCase, ensembleOf, farthest, type Nested} from "./ensembles.js";
import {interactionsByDefinition} from "./interactionsByDefinition.js";

it("treeInteractions(ensemble)(row) is what all coalitions say, whatever the trees", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const interact = treeInteractions(ensemble);
      for (const row of rows) {
        const expected = interactionsByDefinition(ensemble, row);
        const {base, phi} = interact(row);
        assert.ok(Math.abs(base - expected.base) <= 1e-9);
        assert.ok(farthest(phi, expected.phi) <= 1e-9, `off by ${farthest(phi, expected.phi)}`);
      }
    }),
    {numRuns: 300, seed: 1}
  );
});

it("treeInteractions(ensemble)(row) is symmetric, and its rows add up to treeExplainer(ensemble)(row)", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const [interact, explain] = [treeInteractions(ensemble), treeExplainer(ensemble)];
      const n = ensemble.features.length;
      for (const row of rows) {
        const {base, phi} = interact(row);
        const expected = explain(row);
        const sums = Array.from({length: n}, (_, i) => phi.slice(i * n, i * n + n).reduce((a, b) => a + b));
        assert.ok(farthest(sums, expected.phi) <= 1e-9);
        assert.equal(base, expected.base);
        phi.forEach((value, k) => assert.equal(value, phi[(k % n) * n + Math.floor(k / n)]));
      }
    })
  );
});

it("treeInteractions(xor)([1, 1]) is half of what neither feature says alone in each half of the table", () => {
  const sides = (left: number, right: number): Nested => ({
    feature: 1,
    threshold: 0,
    defaultLeft: true,
    left: {value: left, cover: 1},
    right: {value: right, cover: 1}
  });
  const xor = ensembleOf(2, [{feature: 0, threshold: 0, defaultLeft: true, left: sides(-1, 1), right: sides(1, -1)}]);
  // v is 0 until both are known and then -1: each half of it belongs to the pair, and nothing to either alone
  assert.ok(farthest(treeInteractions(xor)([1, 1]).phi, [0, -0.5, -0.5, 0]) <= 1e-12);
  assert.ok(farthest(treeInteractions(xor)([NaN, 1]).phi, [0, 0.5, 0.5, 0]) <= 1e-12);
});

it("treeInteractions(ensemble)(row) holds on a path of 16 splits on 16 features, and of 17 where one repeats", () => {
  const chain = (splits: number): Nested => {
    let tree: Nested = {value: 1.5, cover: 3};
    for (let k = 0; k < splits; k++) {
      const leaf = {value: Math.sin(3 * k), cover: (1 + (k % 3)) * 2 ** k}; // shares far from 1, for full degrees
      const children: {left: Nested; right: Nested} = k % 2 ? {left: leaf, right: tree} : {left: tree, right: leaf};
      tree = {feature: k % 16, threshold: k < 16 ? 0.5 : 0.8, defaultLeft: k % 5 < 2, ...children};
    }
    return tree;
  };
  for (const splits of [16, 17]) {
    const ensemble = ensembleOf(16, [chain(splits)]);
    const row = Array.from({length: 16}, (_, j) => (j === 3 ? NaN : j === 9 ? 0.6 : j % 2 ? 0.9 : 0.1));
    const off = farthest(treeInteractions(ensemble)(row).phi, interactionsByDefinition(ensemble, row).phi);
    assert.ok(off <= 1e-9, `off by ${off}`);
  }
});

it("treeInteractions(ensemble)(row) gives each call its own values and leaves the row as it is", () => {
  const leaves = {left: {value: -1, cover: 1}, right: {value: 1, cover: 1}};
  const interact = treeInteractions(
    ensembleOf(1, [{feature: 0, threshold: Math.fround(0.1), defaultLeft: true, ...leaves}])
  );
  const first = interact(Object.freeze([0.1 - 1e-12])); // compared as float32
  interact([-1]);
  assert.ok(farthest(first.phi, [1]) <= 1e-12);
});

it("treeInteractions(ensemble)(row) refuses another width", () => {
  const interact = treeInteractions(ensembleOf(2, [{value: 1, cover: 1}]));
  for (const row of [[], [1], [1, 2, 3]])
    assert.throws(() => interact(row), {name: "RangeError", message: /treeInteractions requires 2 values; got/});
});
