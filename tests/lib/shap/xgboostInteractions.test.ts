import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {interactTrees} from "../../../lib/shap/interactTrees.js";
import {pairIndex} from "../../../lib/shap/pairIndex.js";
import {treeInteractions} from "../../../lib/shap/treeInteractions.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {columnsOf, farthest} from "./ensembles.js";

const read = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(new URL(`../../fixtures/shap/${name}`, import.meta.url))).toString());
const {cases} = read("xgboost.json.gz") as {cases: {name: string; model: unknown; rows: (number | null)[][]}[]};
const {cases: squares} = read("interactions.json.gz") as {cases: Record<string, number[][]>};

describe.each(cases)("XGBoost's pred_interactions, $name", ({name, model, rows}) => {
  const ensemble = readXgboost(model);
  const n = ensemble.features.length;
  const known = rows.slice(0, squares[name].length).map((row) => row.map((x) => x ?? NaN));
  // a square of XGBoost's has a row and a column more; the base is where they meet
  const expected = squares[name].map((square) => ({
    base: square[square.length - 1],
    phi: square.filter((_, k) => k % (n + 1) < n && k < n * (n + 1))
  }));

  it("treeInteractions(ensemble)(row) agrees within 1e-4", () => {
    const interact = treeInteractions(ensemble);
    known.forEach((row, i) => {
      const {base, phi} = interact(row);
      const off = farthest([...phi, base], [...expected[i].phi, expected[i].base]);
      assert.ok(off <= 1e-4, `row ${i}: off by ${off}`);
    });
  });

  it("interactTrees(ensemble, X) agrees within 1e-4, for few rows and for many", () => {
    for (const copies of [1, 100]) {
      const list = Array.from({length: copies}, () => known).flat();
      const {base, phi} = interactTrees(ensemble, columnsOf(ensemble.features, list));
      list.forEach((_, i) => {
        const square = expected[i % known.length];
        const ours = square.phi.map((_, k) => phi[pairIndex(Math.floor(k / n), k % n)][i]);
        const off = farthest([...ours, base], [...square.phi, square.base]);
        assert.ok(off <= 1e-4, `row ${i}: off by ${off}`);
      });
    }
  });
});
