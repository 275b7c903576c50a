import assert from "node:assert/strict";
import {RandomForestClassifier} from "ml-random-forest";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {convertTree, type CartNode} from "../../../lib/forest/convertTree.js";
import {fitSampledForest} from "../../../lib/forest/fitSampledForest.js";
import {predictForest} from "../../../lib/forest/predictForest.js";
import {stratifiedSampler} from "../../../lib/forest/stratifiedSampler.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {joinTrees} from "../../../lib/trees/joinTrees.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {tracksLike} from "../trees/tracksLike.js";

/** The share of 1 in the leaf that a row comes to, by ml-cart's own rule. */
function walk(node: CartNode, row: readonly number[]): number {
  if (!node.left || !node.right) return node.distribution![0][1] ?? 0;
  return walk(row[node.splitColumn!] < node.splitValue! ? node.left : node.right, row);
}

describe("convertTree", () => {
  const X: Columns = {
    names: ["a", "b"],
    columns: [Float32Array.of(0.1, 0.2, 3, NaN), Float32Array.of(-1, 5, NaN, 5)],
    length: 4
  };
  const leaf = (...shares: number[]) => ({distribution: [shares]});
  const inner = {splitColumn: 1, splitValue: 0.1, gain: 0.2, numberSamples: 3, left: leaf(1), right: leaf(0.5, 0.5)};
  const root = {splitColumn: 0, splitValue: -0.5, gain: 0.3, numberSamples: 4, left: inner, right: leaf(0, 1)};

  it("convertTree(tree, trees) lays nodes out breadth first; hand-worked", () => {
    const tree = convertTree({root, columns: [1, 0], X, standIns: [0.2, 5]}, 2);
    assert.deepEqual([...tree.feature], [1, 0, -1, -1, -1]);
    assert.deepEqual([...tree.left, ...tree.right], [1, 3, -1, -1, -1, 2, 4, -1, -1, -1]);
    assert.deepEqual([...tree.value], [0, 0, 0.5, 0, 0.25]);
    assert.deepEqual([...tree.defaultLeft], [0, 0, 0, 0, 0]);
    assert.deepEqual([...tree.cover], [4, 1, 3, 0, 1]); // 0.1 as float32 is not below 0.1
    assert.deepEqual([...tree.gain], [Math.fround(1.2), Math.fround(0.6), 0, 0, 0].map(Math.fround));
  });

  it("convertTree(tree, trees) sends missing values where their stand-ins go", () => {
    const tree = convertTree({root, columns: [1, 0], X, standIns: [0.05, -2]}, 2);
    assert.deepEqual([...tree.defaultLeft], [1, 1, 0, 0, 0]);
    assert.deepEqual([...tree.cover], [4, 2, 2, 0, 2]);
  });

  it("convertTree(tree, trees) keeps apart what a double threshold keeps apart in float32", () => {
    const next = (x: number, step: number) => {
      const value = new Float32Array([x]);
      new Int32Array(value.buffer)[0] += step;
      return value[0];
    };
    for (const at of [0.1, -0.1, 3e20, -7, 1e-50, -1e-50, 0, 0.5]) {
      const near = [
        next(Math.fround(at), 1),
        Math.fround(at),
        Math.fround(at) === 0 ? -1e-45 : next(Math.fround(at), -1)
      ];
      const split = {splitColumn: 0, splitValue: at, gain: 0.1, numberSamples: 2, left: leaf(1), right: leaf(0, 1)};
      const {threshold} = convertTree({root: split, columns: [0], X, standIns: [0, 0]}, 1);
      for (const x of near) assert.equal(x < threshold[0], x < at, `${x} at ${at}`);
      assert.ok(!Object.is(threshold[0], -0));
    }
  });

  it("agrees with the mean of toJSON()'s leaf distributions, to the bit of float32 leaves", () => {
    const {X: full, y} = tracksLike(120, 8);
    const columns = full.columns.slice(0, 3);
    const few: Columns = {...full, names: full.names.slice(0, 3), columns};
    const rows = Array.from({length: 120}, (_, i) => columns.map((column) => column[i]));
    const forest = new RandomForestClassifier({
      nEstimators: 8,
      seed: 3,
      maxFeatures: 2,
      replacement: false,
      noOOB: true
    });
    forest.train(rows, [...y]);
    const {baseModel} = JSON.parse(JSON.stringify(forest)) as {
      baseModel: {indexes: number[][]; estimators: {root: CartNode}[]};
    };
    const trees = baseModel.estimators.map(({root}, t) =>
      convertTree({root, columns: baseModel.indexes[t], X: few, standIns: [0, 0, 0]}, 8)
    );
    const p = predictMargins(joinTrees(few.names, 0, trees), few);
    rows.forEach((row, i) => {
      const shares = baseModel.estimators.map(({root}, t) =>
        walk(
          root,
          baseModel.indexes[t].map((j) => row[j])
        )
      );
      const mean = shares.reduce((sum, share) => sum + share, 0) / 8;
      assert.ok(Math.abs(p[i] - mean) < 1e-7, `row ${i}: ${p[i]}, ${mean}`);
    });
    assert.ok(new Set(p).size > 20);
  });
});

describe("stratifiedSampler", () => {
  const y = Uint8Array.from({length: 50}, (_, i) => Number(i < 10));
  const hitsOf = (rows: number[]) => rows.filter((row) => y[row] === 1).length;

  it("stratifiedSampler(y, size) draws distinct rows, labels in their shares, anew at every call", () => {
    const draw = stratifiedSampler(y, 20, randomSource(1));
    const [first, second] = [draw(), draw()];
    for (const rows of [first, second]) {
      assert.equal(new Set(rows).size, 20);
      assert.equal(hitsOf(rows), 4);
    }
    assert.notDeepEqual(first, second);
    const times = new Float64Array(50);
    for (let k = 0; k < 500; k++) for (const row of draw()) times[row]++;
    assert.ok(
      times.every((count) => Math.abs(count - 200) < 50),
      times.join()
    );
  });

  it("stratifiedSampler(y, size) draws one of each label at least, and all rows if there are no more", () => {
    assert.equal(hitsOf(stratifiedSampler(y, 2, randomSource(1))()), 1);
    const rare = stratifiedSampler(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0), 3, randomSource(1))();
    assert.equal(rare.filter((row) => row === 0).length, 1);
    for (const size of [50, 99]) assert.equal(new Set(stratifiedSampler(y, size, randomSource(1))()).size, 50);
  });
});

describe("fitSampledForest", () => {
  const {X, y} = tracksLike(2000, 3);

  it("fitSampledForest(X, y) learns from samples, and counts the rows they held", () => {
    const told: number[] = [];
    const onTree = (done: number, total: number) => assert.equal(total, 25) ?? told.push(done);
    const forest = fitSampledForest(X, y, {seed: 1, rows: 80, trees: 25, onTree});
    assert.deepEqual(
      told,
      [...Array(25).keys()].map((t) => t + 1)
    );
    assert.equal(forest.trees.starts.length, 26);
    for (const root of forest.trees.starts.slice(0, -1)) assert.equal(forest.trees.cover[root], 80);
    assert.ok(forest.trainedRows > 1150 && forest.trainedRows < 1380, String(forest.trainedRows)); // 2000 (1 − .96^25)
    const test = tracksLike(2000, 4);
    const auc = rocAuc(test.y, predictForest(forest, test.X))!;
    assert.ok(auc > 0.66, `AUC ${auc}`);
    assert.ok(Math.abs(forest.importances.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
    assert.equal(forest.importances.indexOf(Math.max(...forest.importances)), X.names.indexOf("smooth"));
  });

  it("fitSampledForest(X, y) counts missing values as the training median", () => {
    const forest = fitSampledForest(X, y, {seed: 1, rows: 80, trees: 10});
    const gaps = X.columns[3].filter((x) => !Number.isNaN(x)).sort();
    const median = Math.fround((gaps[(gaps.length - 1) >> 1] + gaps[gaps.length >> 1]) / 2);
    const filled = {...X, columns: X.columns.map((column) => column.map((x) => (Number.isNaN(x) ? median : x)))};
    assert.ok(forest.trees.feature.includes(3));
    assert.deepEqual(
      predictForest(forest, {...filled, columns: [...filled.columns.slice(0, 6), X.columns[6]]}),
      predictForest(forest, X)
    );
  });

  it("fitSampledForest(X, y, options) refuses rows and trees out of range", () => {
    const refusal = (name: string) => ({
      name: "RangeError",
      message: new RegExp(`requires ${name} an integer, at least`)
    });
    for (const rows of [1, 2.5])
      assert.throws(() => fitSampledForest(X, y, {seed: 1, rows, trees: 1}), refusal("rows"));
    for (const trees of [0, 1.5])
      assert.throws(() => fitSampledForest(X, y, {seed: 1, rows: 9, trees}), refusal("trees"));
  });
});
