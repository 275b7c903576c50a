import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {interactTrees} from "../../../lib/shap/interactTrees.js";
import {treeInteractions} from "../../../lib/shap/treeInteractions.js";
import {anyCase, columnsOf, ensembleOf, farthest} from "./ensembles.js";

const stump = () =>
  ensembleOf(2, [
    {feature: 1, threshold: 0, defaultLeft: true, left: {value: -1, cover: 1}, right: {value: 1, cover: 1}}
  ]);

it("interactTrees(ensemble, X) picks columns by name, and takes an infinite value as very large", () => {
  const {phi} = interactTrees(
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
  assert.ok(farthest(phi[2], [-1, 1, 1]) <= 1e-12);
});

it("interactTrees(ensemble, X) leaves its inputs as they are", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const X = columnsOf(ensemble.features, rows);
      const before = structuredClone({ensemble, X});
      interactTrees(ensemble, X);
      treeInteractions(ensemble)(rows[0]);
      assert.deepEqual({ensemble, X}, before);
    })
  );
});

it("interactTrees(ensemble, X) refuses no rows, a missing column, a column of another length and negative covers", () => {
  const fails = (X: Columns, message: RegExp) =>
    assert.throws(() => interactTrees(stump(), X), {name: "RangeError", message});
  fails(columnsOf(["f0", "f1"], []), /interactTrees requires 1 row or more; got 0/);
  fails(columnsOf(["f0"], [[1]]), /requires a column "f1"/);
  fails({...columnsOf(["f0", "f1"], [[1, 2]]), length: 2}, /interactTrees requires 2 values a column; got 1 in "f0"/);
  const broken = {...stump(), cover: Float32Array.of(1, -1, 2)};
  assert.throws(() => interactTrees(broken, columnsOf(["f0", "f1"], [[1, 2]])), {message: /covers of 0 or more/});
  assert.throws(() => treeInteractions(broken), {name: "RangeError", message: /covers of 0 or more/});
});

it("interactTrees(ensemble, X, {onProgress, signal}) counts trees and stops when told", () => {
  const ensemble = ensembleOf(
    1,
    Array.from({length: 5}, () => ({value: 1, cover: 1}))
  );
  const X = columnsOf(["f0"], [[0]]);
  const seen: string[] = [];
  interactTrees(ensemble, X, {onProgress: (done, total) => seen.push(`${done}/${total}`)});
  assert.deepEqual(seen, ["1/5", "2/5", "3/5", "4/5", "5/5"]);
  const controller = new AbortController();
  let last = 0;
  const onProgress = (done: number) => {
    last = done;
    if (done === 2) controller.abort(new Error("enough"));
  };
  assert.throws(() => interactTrees(ensemble, X, {onProgress, signal: controller.signal}), /enough/);
  assert.equal(last, 2);
});
