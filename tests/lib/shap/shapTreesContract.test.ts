import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {anyCase, columnsOf, ensembleOf, farthest} from "./ensembles.js";

const stump = () =>
  ensembleOf(2, [
    {feature: 1, threshold: 0, defaultLeft: true, left: {value: -1, cover: 1}, right: {value: 1, cover: 1}}
  ]);

it("shapTrees(ensemble, X) picks columns by name, and takes an infinite value as very large", () => {
  const {phi} = shapTrees(
    stump(),
    columnsOf(
      ["f1", "other", "f0"],
      [
        [-Infinity, 0, 0],
        [Infinity, 0, 0],
        [0, 0, 0]
      ]
    )
  );
  assert.ok(farthest(phi[1], [-1, 1, 1]) <= 1e-12);
});

it("shapTrees(ensemble, X) leaves its inputs as they are", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const X = columnsOf(ensemble.features, rows);
      const before = structuredClone({ensemble, X});
      shapTrees(ensemble, X);
      treeExplainer(ensemble)(rows[0]);
      assert.deepEqual({ensemble, X}, before);
    })
  );
});

it("shapTrees(ensemble, X) refuses no rows, a missing column and a column of another length", () => {
  const fails = (X: Columns, message: RegExp) =>
    assert.throws(() => shapTrees(stump(), X), {name: "RangeError", message});
  fails(columnsOf(["f0", "f1"], []), /shapTrees requires 1 row or more; got 0/);
  fails(columnsOf(["f0"], [[1]]), /requires a column "f1"/);
  fails({...columnsOf(["f0", "f1"], [[1, 2]]), length: 2}, /requires 2 values a column; got 1 in "f0"/);
});

it("shapTrees(ensemble, X, {onProgress, signal}) counts trees and stops when told", () => {
  const ensemble = ensembleOf(
    1,
    Array.from({length: 5}, () => ({value: 1, cover: 1}))
  );
  const X = columnsOf(["f0"], [[0]]);
  const seen: string[] = [];
  shapTrees(ensemble, X, {onProgress: (done, total) => seen.push(`${done}/${total}`)});
  assert.deepEqual(seen, ["1/5", "2/5", "3/5", "4/5", "5/5"]);
  const controller = new AbortController();
  let last = 0;
  const onProgress = (done: number) => {
    last = done;
    if (done === 2) controller.abort(new Error("enough"));
  };
  assert.throws(() => shapTrees(ensemble, X, {onProgress, signal: controller.signal}), /enough/);
  assert.equal(last, 2);
});
