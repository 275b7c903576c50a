import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {takeRows, takeValues, type Columns} from "../../../lib/columns.js";
import {fitForest} from "../../../lib/forest/fitForest.js";
import {giniImportances} from "../../../lib/forest/giniImportances.js";
import {predictForest} from "../../../lib/forest/predictForest.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {tracksLike} from "../trees/tracksLike.js";

const columnsOf = (...columns: number[][]): Columns => ({
  names: columns.map((_, j) => `x${j}`),
  columns: columns.map((column) => Float32Array.from(column)),
  length: columns[0].length
});

describe("fitForest", () => {
  const {X, y, p} = tracksLike(4000, 3);
  const forest = fitForest(X, y, {seed: 5, trees: 60, minLeaf: 20}); // labels are mostly noise

  it("fitForest(X, y) ranks unseen rows nearly as well as their true probabilities do", () => {
    const test = tracksLike(4000, 4);
    const auc = rocAuc(test.y, predictForest(forest, test.X))!;
    const best = rocAuc(test.y, test.p)!;
    assert.ok(best - auc < 0.025, `AUC ${auc} of ${best}`);
    assert.ok(rocAuc(y, p)! < rocAuc(y, predictForest(forest, X))!); // it has seen these
  });

  it("fitForest(X, y) gives missing values a side of their own making", () => {
    const blank = {...X, columns: X.columns.map((column, j) => (j === 3 ? column.map(() => NaN) : column))};
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.ok(mean(predictForest(forest, blank)) > mean(predictForest(forest, X)) + 0.1); // gaps are good news there
  });

  it("fitForest(X, y) never splits on a constant or all-missing column", () => {
    for (const name of ["constant", "unknown"]) {
      const j = X.names.indexOf(name);
      assert.equal(forest.importances[j], 0);
      assert.ok(!forest.trees.feature.includes(j));
    }
  });

  it("fitForest(X, y) shares importance out, most to what matters", () => {
    const {importances} = forest;
    assert.ok(Math.abs(importances.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
    assert.equal(importances.indexOf(Math.max(...importances)), X.names.indexOf("smooth"));
    assert.ok(importances[X.names.indexOf("step")] > importances[X.names.indexOf("few")]);
  });

  it("fitForest(X, y) keeps minLeaf, maxDepth, the number of trees and the drawn rows", () => {
    const {trees, trainedRows} = fitForest(X, y, {seed: 1, trees: 7, minLeaf: 40, maxDepth: 5});
    assert.equal(trainedRows, 4000);
    assert.equal(trees.starts.length, 8);
    let deepest = 0;
    for (let t = 0; t < 7; t++) {
      assert.equal(trees.cover[trees.starts[t]], 4000);
      const depth = new Map([[trees.starts[t], 0]]);
      for (let i = trees.starts[t]; i < trees.starts[t + 1]; i++) {
        deepest = Math.max(deepest, depth.get(i)!);
        if (trees.left[i] < 0) assert.ok(trees.cover[i] >= 40 && trees.value[i] <= Math.fround(1 / 7));
        else {
          for (const child of [trees.left[i], trees.right[i]]) depth.set(child, depth.get(i)! + 1);
          assert.equal(trees.cover[trees.left[i]] + trees.cover[trees.right[i]], trees.cover[i]);
        }
      }
    }
    assert.equal(deepest, 5);
  });

  it("fitForest(X, y, {columnSample}) draws columns anew at every node", () => {
    const rootsOf = ({trees}: typeof forest) => new Set([...trees.starts.slice(0, -1)].map((i) => trees.feature[i]));
    assert.equal(rootsOf(fitForest(X, y, {seed: 1, trees: 30, columnSample: 5, maxDepth: 6})).size, 1);
    const single = fitForest(X, y, {seed: 1, trees: 30, columnSample: 1, maxDepth: 6});
    assert.equal(rootsOf(single).size, 5);
    const first = single.trees.feature.slice(0, single.trees.starts[1]).filter((feature) => feature >= 0);
    assert.equal(new Set(first).size, 5);
  });

  it("fitForest(X, y) tries the root of the number of columns by default, rounded", () => {
    const of = (columnSample?: number) => fitForest(X, y, {seed: 1, trees: 2, columnSample}).trees;
    assert.deepEqual(of(), of(3)); // of 7
    assert.notDeepEqual(of(), of(2));
  });

  it("fitForest(X, y) is another forest with another seed", () => {
    const [five, six] = [5, 6].map((seed) => fitForest(X, y, {seed, trees: 3}));
    assert.notDeepEqual(five.trees, six.trees);
    assert.notDeepEqual(
      five.trees.feature.slice(0, five.trees.starts[1]),
      five.trees.feature.slice(five.trees.starts[1], five.trees.starts[2])
    );
  });

  it("fitForest(X, y) takes two rows, and rows that are all alike", () => {
    const alike = predictForest(fitForest(columnsOf([2, 2, 2, 2]), Uint8Array.of(0, 1, 1, 1), {seed: 1}), X3());
    assert.ok(alike.every((one) => one === alike[0] && Math.abs(one - 0.75) < 0.1));
    const two = fitForest(columnsOf([1, 2]), Uint8Array.of(0, 1), {seed: 1, trees: 400, minLeaf: 1});
    // Half of all bags hold both rows and part them; a quarter holds one of them twice.
    const [low, high] = predictForest(two, columnsOf([1, 2]));
    assert.ok(Math.abs(low - 0.25) < 0.07 && Math.abs(high - 0.75) < 0.07, `${low} ${high}`);
    assert.deepEqual(fitForest(columnsOf([1, 2]), Uint8Array.of(0, 1), {seed: 1}).importances, [0]);
  });

  it("fitForest(X, y, {onTree, signal}) tells of every tree and stops when asked", () => {
    const done: number[] = [];
    const signal = {aborted: false};
    const onTree = (tree: number, total: number) => {
      assert.equal(total, 9);
      done.push(tree);
      signal.aborted = tree === 4;
    };
    assert.throws(() => fitForest(X, y, {seed: 1, trees: 9, onTree, signal}), {name: "AbortError", message: /4 of 9/});
    assert.deepEqual(done, [1, 2, 3, 4]);
  });

  it("fitForest(X, y, options) refuses options out of range", () => {
    const [few, labels] = [takeRows(X, [0, 1, 2, 3, 4, 5, 6, 7]), takeValues(y, [0, 1, 2, 3, 4, 5, 6, 7])];
    const wrong = [
      {seed: 0.5},
      {trees: 0},
      {columnSample: 0},
      {columnSample: 8},
      {minLeaf: 0},
      {maxDepth: 0},
      {maxBins: 257}
    ];
    for (const options of wrong) {
      const [[name, value]] = Object.entries(options);
      const message = new RegExp(`fitForest requires ${name} an integer in .*; got ${value}$`);
      assert.throws(() => fitForest(few, labels, {seed: 1, ...options}), {name: "RangeError", message});
    }
  });
});

/** Three rows of one column. */
function X3(): Columns {
  return columnsOf([1, 2, 3]);
}

describe("giniImportances", () => {
  it("giniImportances(trees) shares the gains of splits out; hand-worked", () => {
    const {trees} = fitForest(columnsOf([1, 2]), Uint8Array.of(0, 1), {seed: 1, trees: 1});
    const two = {...trees, features: ["a", "b"]};
    const split = {feature: Int16Array.of(1, 0, -1, -1, 1), gain: Float32Array.of(3, 2, 0, 0, 3)};
    assert.deepEqual(giniImportances({...two, ...split}), [0.25, 0.75]);
    assert.deepEqual(giniImportances({...two, feature: Int16Array.of(-1), gain: Float32Array.of(0)}), [0, 0]);
  });
});
