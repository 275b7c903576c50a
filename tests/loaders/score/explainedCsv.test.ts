import assert from "node:assert/strict";
import {csvParseRows} from "d3-dsv";
import {describe, it} from "vitest";
import {sigmoid} from "../../../lib/sigmoid.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import type {Columns} from "../../../lib/columns.js";
import type {ExplainMode} from "../../../loaders/score/commandOptions.js";
import {explainBatch} from "../../../loaders/score/explainBatch.js";
import {explainedCsv} from "../../../loaders/score/explainedCsv.js";
import {featureReader} from "../../../loaders/score/featureReader.js";
import {fixtureJson, largestError} from "../../lib/trees/fixtures.js";
import {allOf, csvOf} from "./csvOf.js";

const model = readXgboost(fixtureJson("default.model.json"));
const LOG_ODDS: ExplainMode = {interactions: false, space: "log-odds"};
const rows: (number | null)[][] = fixtureJson("default.rows.json").rows.slice(0, 13);

async function table(rowsPerBatch: number, mode = LOG_ODDS): Promise<string[][]> {
  const cells = rows.map((row) => ["text", ...row.map((x) => (x === null ? "" : String(x)))].reverse());
  const csv = csvOf(["text", ...model.features].reverse(), cells);
  const reader = featureReader(csv.header, model.features, csv.name, {asIs: true});
  const pieces = explainedCsv(csv, reader, mode, (X) => Promise.resolve(explainBatch(model, X, mode)), {
    rowsPerBatch,
    inFlight: 2
  });
  return csvParseRows((await allOf(pieces)).join(""));
}

describe("explainedCsv(csv, reader, mode, explain, options)", () => {
  it("writes a column a feature, base and margin, in the rows' order", async () => {
    const [header, ...lines] = await table(5);
    assert.deepEqual(header, [...model.features, "base", "margin"]);
    const margins = lines.map((cells) => Number(cells.at(-1)));
    assert.ok(largestError(margins, fixtureJson("default.rows.json").margins.slice(0, 13)) <= 1e-6);
  });

  for (const space of ["log-odds", "probability"] as const) {
    for (const interactions of [false, true]) {
      const mode = {interactions, space};
      it(`writes enough digits: all sum to the prediction within 1e-9 as printed, ${JSON.stringify(mode)}`, async () => {
        const [, ...lines] = await table(5, mode);
        const margins: number[] = fixtureJson("default.rows.json").margins;
        lines.forEach((cells, i) => {
          const numbers = cells.map(Number);
          const prediction = numbers.pop()!;
          const error = Math.abs(numbers.reduce((sum, x) => sum + x, 0) - prediction);
          assert.ok(error <= 1e-9, `off by ${error}`);
          const expected = space === "probability" ? sigmoid(margins[i]) : margins[i];
          assert.ok(Math.abs(prediction - expected) <= 1e-6);
        });
      });
    }
  }

  for (const space of ["log-odds", "probability"] as const) {
    it(`adds main effects and whole pairs up to the features' own values, in ${space}`, async () => {
      const last = space === "probability" ? "p_hit" : "margin";
      const [header, ...lines] = await table(5, {interactions: true, space});
      const [a, b, c, d] = model.features;
      const pairs = [`${a}:${b}`, `${a}:${c}`, `${a}:${d}`, `${b}:${c}`, `${b}:${d}`, `${c}:${d}`];
      assert.deepEqual(header, [a, b, c, d, ...pairs, "base", last]);
      const [alone, ...values] = await table(5, {interactions: false, space});
      assert.deepEqual(alone, [a, b, c, d, "base", last]);
      const parts = (j: number) => [...pairs.keys()].filter((k) => pairs[k].split(":").includes(model.features[j]));
      let together = 0;
      lines.forEach((cells, i) => {
        const numbers = cells.map(Number);
        for (let j = 0; j < 4; j++) {
          const halves = parts(j).map((k) => numbers[4 + k] / 2);
          const sum = halves.reduce((total, x) => total + x, numbers[j]);
          assert.ok(Math.abs(sum - Number(values[i][j])) <= 1e-9);
          together += Math.abs(halves[0]);
        }
      });
      assert.ok(together > 0.01);
    });
  }

  it("says the same whatever the size of the batches", async () => {
    for (const mode of [LOG_ODDS, {interactions: true, space: "probability"} as const]) {
      const whole = (await table(100, mode)).slice(1).map((cells) => cells.map(Number));
      for (const rowsPerBatch of [1, 6, 13]) {
        const parts = (await table(rowsPerBatch, mode)).slice(1).map((cells) => cells.map(Number));
        assert.equal(parts.length, 13);
        parts.forEach((cells, i) => assert.ok(largestError(cells, whole[i]) <= 1e-12, `row ${i}`));
      }
    }
  });

  it("refuses a feature named like a column it adds", async () => {
    for (const [names, mode] of [
      [["margin"], LOG_ODDS],
      [["p_hit"], {...LOG_ODDS, space: "probability"}],
      [["a:b", "b", "a"].reverse(), {...LOG_ODDS, interactions: true}]
    ] as const) {
      const csv = csvOf([...names], []);
      const reader = featureReader(csv.header, names, csv.name);
      const explain = (X: Columns) => Promise.resolve(explainBatch(model, X, mode));
      const pieces = explainedCsv(csv, reader, mode, explain, {rowsPerBatch: 2, inFlight: 1});
      const message = new RegExp(`column "${names.at(-1)}": expected no feature`);
      await assert.rejects(allOf(pieces), {name: "InputError", message});
    }
    const csv = csvOf(["p_hit"], []);
    const reader = featureReader(csv.header, ["p_hit"], csv.name);
    const none = () => Promise.reject(new Error("no rows to explain"));
    const pieces = explainedCsv(csv, reader, LOG_ODDS, none, {rowsPerBatch: 2, inFlight: 1});
    assert.deepEqual(await allOf(pieces), ["p_hit,base,margin\n"]);
  });
});
