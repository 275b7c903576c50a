import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {columnsOf, farthest} from "./ensembles.js";

interface Case {
  name: string;
  model: unknown;
  rows: (number | null)[][];
  contribs: number[][]; // the last one of a row is the base
}

const file = new URL("../../fixtures/shap/xgboost.json.gz", import.meta.url);
const {cases} = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {cases: Case[]};

describe.each(cases)("XGBoost's pred_contribs, $name", ({model, rows, contribs}) => {
  const ensemble = readXgboost(model);
  const known = rows.map((row) => row.map((x) => x ?? NaN));

  it("treeExplainer(ensemble)(row) agrees within 1e-4", () => {
    const explain = treeExplainer(ensemble);
    known.forEach((row, i) => {
      const {base, phi} = explain(row);
      const off = farthest([...phi, base], contribs[i]);
      assert.ok(off <= 1e-4, `row ${i}: off by ${off}`);
    });
  });

  it("shapTrees(ensemble, X) agrees within 1e-4, for few rows and for many", () => {
    for (const copies of [1, 30]) {
      const list = Array.from({length: copies}, () => known).flat();
      const {base, phi} = shapTrees(ensemble, columnsOf(ensemble.features, list));
      list.forEach((_, i) => {
        const off = farthest([...phi.map((column) => column[i]), base], contribs[i % rows.length]);
        assert.ok(off <= 1e-4, `row ${i}: off by ${off}`);
      });
    }
  });
});
