import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {byDefinition} from "./byDefinition.js";
import {anyCase, anyTree, columnsOf, ensembleOf, farthest, type Nested} from "./ensembles.js";

/** Rows again and again: past one block, an odd number, and enough for tables. */
const many = (rows: number[][], length = 1501) => Array.from({length}, (_, i) => rows[i % rows.length]);
const rowOf = (phi: readonly Float64Array[], i: number) => phi.map((column) => column[i]);

function sumsOf(ensemble: TreeEnsemble, X: Columns): Float64Array {
  const {base, phi} = shapTrees(ensemble, X);
  return Float64Array.from({length: X.length}, (_, i) => rowOf(phi, i).reduce((a, b) => a + b, base));
}

it("shapTrees(ensemble, X) is what all coalitions say, from tables and from walks", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const expected = rows.map((row) => byDefinition(ensemble, row));
      for (const list of [rows, many(rows)]) {
        const {base, phi} = shapTrees(ensemble, columnsOf(ensemble.features, list));
        assert.ok(Math.abs(base - expected[0].base) <= 1e-9);
        list.forEach((_, i) => {
          const off = farthest(rowOf(phi, i), expected[i % rows.length].phi);
          assert.ok(off <= 1e-9, `row ${i} of ${list.length}: off by ${off}`);
        });
      }
    }),
    {numRuns: 150, seed: 2}
  );
});

it("shapTrees(ensemble, X) adds up to predictMargins(ensemble, X) in every row", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      for (const list of [rows, many(rows)]) {
        const X = columnsOf(ensemble.features, list);
        assert.ok(farthest(sumsOf(ensemble, X), predictMargins(ensemble, X)) <= 1e-9);
      }
    })
  );
});

it("shapTrees(ensemble, X) gives a row what treeExplainer(ensemble) gives it alone, on paths of 8 to 16 features", () => {
  const random = randomSource(3);
  const grow = (depth: number): Nested =>
    depth === 0 || random() < 0.03
      ? {value: random() - 0.5, cover: random() * 10}
      : {
          feature: Math.floor(random() * 40),
          threshold: random(),
          defaultLeft: random() < 0.5,
          ...(depth > 7 && random() < 0.8
            ? {left: {value: random() - 0.5, cover: random()}, right: grow(depth - 1)}
            : {left: grow(depth - 1), right: grow(depth - 1)})
        };
  const ensemble = ensembleOf(40, [8, 10, 12, 16].map(grow), 0.5);
  const list = Array.from({length: 1025}, () => Array.from({length: 40}, () => (random() < 0.1 ? NaN : random())));
  const X = columnsOf(ensemble.features, list);
  const {phi} = shapTrees(ensemble, X);
  const explain = treeExplainer(ensemble);
  for (let i = 0; i < X.length; i += 64) assert.ok(farthest(rowOf(phi, i), explain(list[i]).phi) <= 1e-9);
  assert.ok(farthest(sumsOf(ensemble, X), predictMargins(ensemble, X)) <= 1e-9);
});

it("shapTrees(stumps, X) is each stump's leaf minus its mean, for more splits than are ranked at once", () => {
  const random = randomSource(4);
  const stumps = Array.from({length: 45_000}, (_, k) => ({
    feature: [0, 0, 0, 0, 0, 0, 0, 0, 1, 2][k % 10],
    threshold: Math.fround(random()),
    defaultLeft: k % 2 === 0,
    left: {value: Math.fround(random()), cover: 1},
    right: {value: Math.fround(-random()), cover: 3}
  }));
  const rows = [0, 0.3, 0.6, 0.999].map((x) => [Math.fround(x), NaN, Math.fround(random())]);
  const {phi} = shapTrees(ensembleOf(3, stumps), columnsOf(["f0", "f1", "f2"], rows));
  rows.forEach((row, i) => {
    const expected = [0, 0, 0];
    for (const {feature, threshold, defaultLeft, left, right} of stumps) {
      const goesLeft = Number.isNaN(row[feature]) ? defaultLeft : row[feature] < threshold;
      expected[feature] += (goesLeft ? left.value : right.value) - (left.value + 3 * right.value) / 4;
    }
    assert.ok(farthest(rowOf(phi, i), expected) <= 1e-9);
  });
});

it("shapTrees(a and b, X) is shapTrees(a, X) + shapTrees(b, X), and features keep their values when they trade places", () => {
  const trees = fc.array(anyTree(3, 4), {minLength: 1, maxLength: 3});
  const swap = (tree: Nested): Nested =>
    "value" in tree
      ? tree
      : {...tree, feature: [1, 0, 2][tree.feature], left: swap(tree.left), right: swap(tree.right)};
  const rows = many(
    [
      [0.25, NaN, -2],
      [-0.5, 1, 0],
      [2, 0.5, NaN],
      [-1, -1, 0.75]
    ],
    99
  );
  const X = columnsOf(["f0", "f1", "f2"], rows);
  fc.assert(
    fc.property(trees, trees, (a, b) => {
      const [ofA, ofB, both] = [a, b, [...a, ...b]].map((list) => shapTrees(ensembleOf(3, list), X).phi);
      both.forEach((phi, j) =>
        assert.ok(
          farthest(
            phi,
            ofA[j].map((value, i) => value + ofB[j][i])
          ) <= 1e-9
        )
      );
      const swapped = {...X, columns: [X.columns[1], X.columns[0], X.columns[2]]};
      const traded = shapTrees(ensembleOf(3, a.map(swap)), swapped).phi;
      [1, 0, 2].forEach((from, to) => assert.ok(farthest(traded[to], ofA[from]) <= 1e-9));
    })
  );
});

it("shapTrees(ensemble, X) is 0 for features that no split uses or whose splits do not matter", () => {
  const same = (value: number): Nested => ({
    feature: 1,
    threshold: 0,
    defaultLeft: true,
    left: {value, cover: 1},
    right: {value, cover: 2}
  });
  const tree = {feature: 0, threshold: 0, defaultLeft: true, left: same(1), right: same(2)};
  const {base, phi} = shapTrees(
    ensembleOf(3, [tree]),
    columnsOf(
      ["f0", "f1", "f2"],
      many([
        [-1, 1, 1],
        [1, -1, 0]
      ])
    )
  );
  assert.equal(base, 1.5);
  assert.ok(farthest(rowOf(phi, 0), [-0.5, 0, 0]) <= 1e-12);
  assert.ok(farthest(rowOf(phi, 1501 - 1), [-0.5, 0, 0]) <= 1e-12);
  assert.ok(farthest(rowOf(phi, 1), [0.5, 0, 0]) <= 1e-12);
});

it("shapTrees(single leaves, X) is 0, and the leaves are in the base", () => {
  const leaves = ensembleOf(
    1,
    [
      {value: 0.5, cover: 0},
      {value: 0.25, cover: 2}
    ],
    -1
  );
  const {base, phi} = shapTrees(leaves, columnsOf(["f0"], [[1], [NaN]]));
  assert.equal(base, -0.25);
  assert.deepEqual(phi, [new Float64Array(2)]);
});
