import assert from "node:assert/strict";
import {csvParseRows} from "d3-dsv";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {explainedCsv} from "../../../loaders/score/explainedCsv.js";
import {featureReader} from "../../../loaders/score/featureReader.js";
import {fixtureJson, largestError} from "../../lib/trees/fixtures.js";
import {allOf, csvOf} from "./csvOf.js";

const model = readXgboost(fixtureJson("default.model.json"));
const explain = (X: Columns) => Promise.resolve({...shapTrees(model, X), margins: predictMargins(model, X)});
const rows: (number | null)[][] = fixtureJson("default.rows.json").rows.slice(0, 13);

async function table(rowsPerBatch: number): Promise<string[][]> {
  const cells = rows.map((row) => ["text", ...row.map((x) => (x === null ? "" : String(x)))].reverse());
  const csv = csvOf(["text", ...model.features].reverse(), cells);
  const reader = featureReader(csv.header, model.features, csv.name, {asIs: true});
  return csvParseRows((await allOf(explainedCsv(csv, reader, explain, {rowsPerBatch, inFlight: 2}))).join(""));
}

describe("explainedCsv(csv, reader, explain, options)", () => {
  it("writes a column a feature, base and margin, in the rows' order", async () => {
    const [header, ...lines] = await table(5);
    assert.deepEqual(header, [...model.features, "base", "margin"]);
    const margins = lines.map((cells) => Number(cells.at(-1)));
    assert.ok(largestError(margins, fixtureJson("default.rows.json").margins.slice(0, 13)) <= 1e-6);
  });

  it("writes enough digits: features and base sum to margin within 1e-9 as printed", async () => {
    const [, ...lines] = await table(5);
    for (const cells of lines) {
      const numbers = cells.map(Number);
      const margin = numbers.pop()!;
      const error = Math.abs(numbers.reduce((sum, x) => sum + x, 0) - margin);
      assert.ok(error <= 1e-9, `off by ${error}`);
    }
  });

  it("says the same whatever the size of the batches", async () => {
    const whole = (await table(100)).slice(1).map((cells) => cells.map(Number));
    for (const rowsPerBatch of [1, 6, 13]) {
      const parts = (await table(rowsPerBatch)).slice(1).map((cells) => cells.map(Number));
      assert.equal(parts.length, 13);
      parts.forEach((cells, i) => assert.ok(largestError(cells, whole[i]) <= 1e-12, `row ${i}`));
    }
  });

  it("refuses a feature named like a column it adds", async () => {
    const csv = csvOf(["margin"], []);
    const reader = featureReader(csv.header, ["margin"], csv.name);
    const pieces = explainedCsv(csv, reader, explain, {rowsPerBatch: 2, inFlight: 1});
    await assert.rejects(allOf(pieces), {name: "InputError", message: /column "margin": expected no feature/});
  });
});
