import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {interactTrees} from "../../../lib/shap/interactTrees.js";
import {pairIndex} from "../../../lib/shap/pairIndex.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {treeInteractions} from "../../../lib/shap/treeInteractions.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {anyCase, anyTree, columnsOf, ensembleOf, farthest, type Nested} from "./ensembles.js";
import {interactionsByDefinition} from "./interactionsByDefinition.js";

/** Rows again and again: past one block, an odd number, and enough for tables. */
const many = (rows: number[][], length = 1501) => Array.from({length}, (_, i) => rows[i % rows.length]);

/** A row's values as treeInteractions gives them. */
const squareOf = (phi: readonly Float64Array[], row: number, n: number) =>
  Array.from({length: n * n}, (_, k) => phi[pairIndex(Math.floor(k / n), k % n)][row]);

/** The largest difference of the sums over a feature's pairs to its SHAP values. */
function offTheValues(ensemble: TreeEnsemble, X: Columns): number {
  const {base, phi} = interactTrees(ensemble, X);
  const values = shapTrees(ensemble, X);
  assert.equal(base, values.base);
  const gaps = values.phi.map((column, i) => {
    const ofFeature = values.phi.map((_, j) => phi[pairIndex(i, j)]);
    return farthest(
      column,
      column.map((_, row) => ofFeature.reduce((sum, pair) => sum + pair[row], 0))
    );
  });
  return Math.max(...gaps);
}

it("interactTrees(ensemble, X) is what all coalitions say, from tables and from walks", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const n = ensemble.features.length;
      const expected = rows.map((row) => interactionsByDefinition(ensemble, row));
      for (const list of [rows, many(rows)]) {
        const {base, phi} = interactTrees(ensemble, columnsOf(ensemble.features, list));
        assert.ok(Math.abs(base - expected[0].base) <= 1e-9);
        assert.equal(phi.length, (n * (n + 1)) / 2);
        for (let i = 0; i < list.length; i = i < 4 ? i + 1 : i + 37) {
          const off = farthest(squareOf(phi, i, n), expected[i % rows.length].phi);
          assert.ok(off <= 1e-9, `row ${i} of ${list.length}: off by ${off}`);
        }
      }
    }),
    {numRuns: 100, seed: 2}
  );
});

it("interactTrees(ensemble, X) adds up to shapTrees(ensemble, X), feature by feature", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      for (const list of [rows, many(rows)])
        assert.ok(offTheValues(ensemble, columnsOf(ensemble.features, list)) <= 1e-9);
    }),
    {numRuns: 50}
  );
});

it("interactTrees(ensemble, X) gives a row what treeInteractions(ensemble) gives it alone, to 16 splits deep", () => {
  const random = randomSource(3);
  const grow = (depth: number): Nested =>
    depth === 0 || random() < 0.03
      ? {value: random() - 0.5, cover: random() * 10}
      : {
          feature: Math.floor(random() * 20),
          threshold: random(),
          defaultLeft: random() < 0.5,
          ...(depth > 6 && random() < 0.8
            ? {left: {value: random() - 0.5, cover: random()}, right: grow(depth - 1)}
            : {left: grow(depth - 1), right: grow(depth - 1)})
        };
  const ensemble = ensembleOf(20, [6, 8, 12, 16].map(grow), 0.5);
  const list = Array.from({length: 1025}, () => Array.from({length: 20}, () => (random() < 0.1 ? NaN : random())));
  const X = columnsOf(ensemble.features, list);
  const {base, phi} = interactTrees(ensemble, X);
  const interact = treeInteractions(ensemble);
  for (let i = 0; i < X.length; i += 64) {
    const alone = interact(list[i]);
    assert.equal(alone.base, base);
    assert.ok(farthest(squareOf(phi, i, 20), alone.phi) <= 1e-9);
  }
  assert.ok(offTheValues(ensemble, X) <= 1e-9);
});

it("interactTrees(trees, X) of thousands of trees is what one of each kind does, times their number", () => {
  const sides = (left: number, right: number): Nested => ({
    feature: 1,
    threshold: 0,
    defaultLeft: true,
    left: {value: left, cover: 1},
    right: {value: right, cover: 1}
  });
  const xor = {feature: 0, threshold: 0, defaultLeft: false, left: sides(-1, 1), right: sides(1, -1)};
  const ensemble = ensembleOf(2, Array<Nested>(12_000).fill(xor)); // more splits than are ranked at once
  const {base, phi} = interactTrees(
    ensemble,
    columnsOf(
      ["f0", "f1"],
      many([
        [1, 1],
        [NaN, -1]
      ])
    )
  );
  // each tree is 0 until both are known, and then -1 or 1: half of it in the pair's column
  assert.equal(base, 0);
  for (const row of [0, 98])
    assert.ok(
      farthest(
        phi.map((column) => column[row]),
        [0, -6000, 0]
      ) <= 1e-6
    );
  assert.ok(Math.abs(phi[1][1] - 6000) <= 1e-6);
});

it("interactTrees(a and b, X) is interactTrees(a, X) + interactTrees(b, X)", () => {
  const trees = fc.array(anyTree(3, 4), {minLength: 1, maxLength: 3});
  const X = columnsOf(
    ["f0", "f1", "f2"],
    many(
      [
        [0.25, NaN, -2],
        [-0.5, 1, 0],
        [2, 0.5, NaN]
      ],
      99
    )
  );
  fc.assert(
    fc.property(trees, trees, (a, b) => {
      const [ofA, ofB, both] = [a, b, [...a, ...b]].map((list) => interactTrees(ensembleOf(3, list), X).phi);
      both.forEach((phi, k) =>
        assert.ok(
          farthest(
            phi,
            ofA[k].map((value, i) => value + ofB[k][i])
          ) <= 1e-9
        )
      );
    })
  );
});

it("interactTrees(ensemble, X) is 0 for features that no split uses, and between features that never meet", () => {
  const stump = (feature: number): Nested => ({
    feature,
    threshold: 0,
    defaultLeft: true,
    left: {value: -1, cover: 1},
    right: {value: 2, cover: 2}
  });
  const fork: Nested = {feature: 0, threshold: 0, defaultLeft: true, left: stump(1), right: stump(2)};
  for (const length of [2, 1501]) {
    const rows = many(
      [
        [-1, 1, 1, 5],
        [1, -1, 0, NaN]
      ],
      length
    );
    const {phi} = interactTrees(ensembleOf(4, [fork, stump(1)]), columnsOf(["f0", "f1", "f2", "f3"], rows));
    const nothing = new Float64Array(length);
    for (let j = 0; j < 4; j++) assert.deepEqual(phi[pairIndex(j, 3)], nothing);
    assert.ok(farthest(phi[pairIndex(1, 2)], nothing) <= 1e-12);
    assert.ok(Math.abs(phi[pairIndex(0, 1)][0]) > 0.1);
  }
});

it("interactTrees(single leaves, X) is 0, and the leaves are in the base", () => {
  const leaves = ensembleOf(
    2,
    [
      {value: 0.5, cover: 0},
      {value: 0.25, cover: 2}
    ],
    -1
  );
  const {base, phi} = interactTrees(
    leaves,
    columnsOf(
      ["f0", "f1"],
      [
        [1, 2],
        [NaN, 0]
      ]
    )
  );
  assert.equal(base, -0.25);
  assert.deepEqual(
    phi,
    Array.from({length: 3}, () => new Float64Array(2))
  );
});
