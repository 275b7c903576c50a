import assert from "node:assert/strict";
import {it} from "vitest";
import {logisticMargins} from "../../../lib/logistic/logisticMargins.js";
import {marginOfLogisticRow} from "../../../lib/logistic/marginOfLogisticRow.js";
import type {LogisticModel} from "../../../lib/logistic/types.js";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {shapLogistic} from "../../../lib/shap/shapLogistic.js";
import {shapLogisticRow} from "../../../lib/shap/shapLogisticRow.js";
import {columnsOf, farthest} from "./ensembles.js";

const background = [
  [1, 10, 0.5],
  [2, 30, 0.25],
  [6, 20, 0]
];
const model: LogisticModel = {
  format: "trackoracle-logistic/1",
  features: ["a", "b", "c"],
  medians: [2, 20, 0.25],
  means: [3, 20, 0.25],
  deviations: [2, 8, 0.2],
  weights: [0.7, -1.2, 0.4],
  interceptLogOdds: -0.3
};

it("shapLogisticRow(model, row) is what all coalitions say, others averaging over the training rows", () => {
  for (const row of [
    [5, 12, 0.75],
    [-1, 44, 0.5],
    [NaN, 12, NaN]
  ]) {
    const known = row.map((x, j) => (Number.isNaN(x) ? model.medians[j] : x));
    const expected = bruteForce((S) => {
      const margins = background.map((other) =>
        marginOfLogisticRow(
          model,
          known.map((x, j) => ((S >>> j) & 1 ? x : other[j]))
        )
      );
      return margins.reduce((a, b) => a + b) / margins.length;
    }, 3);
    const {base, phi} = shapLogisticRow(model, row);
    assert.ok(Math.abs(base - expected.base) <= 1e-9);
    assert.ok(farthest(phi, expected.phi) <= 1e-9);
  }
});

it("shapLogistic(model, X) adds up to logisticMargins(model, X), row by row shapLogisticRow's", () => {
  const rows = [...background, [NaN, 3.3, 0.1], [0.1, NaN, NaN]];
  const X = columnsOf(model.features, rows);
  const {base, phi} = shapLogistic(model, X);
  const margins = logisticMargins(model, X);
  rows.forEach((row, i) => {
    const ofRow = phi.map((column) => column[i]);
    assert.ok(Math.abs(base + ofRow.reduce((a, b) => a + b) - margins[i]) <= 1e-9);
    assert.deepEqual(shapLogisticRow(model, row), {base, phi: Float64Array.from(ofRow)});
  });
});

it("shapLogistic picks columns by name; both leave their inputs as they are and refuse what they cannot use", () => {
  const X = columnsOf(["c", "x", "a", "b"], [[0.5, 9, 1, NaN]]);
  const before = structuredClone({model, X});
  assert.deepEqual(
    [...shapLogistic(model, X).phi[0]],
    [...shapLogistic(model, columnsOf(["a", "b", "c"], [[1, NaN, 0.5]])).phi[0]]
  );
  assert.deepEqual({model, X}, before);
  assert.throws(() => shapLogistic(model, columnsOf(["a", "b", "c"], [])), /requires 1 row or more; got 0/);
  assert.throws(() => shapLogistic(model, columnsOf(["a", "b"], [[1, 2]])), /requires a column "c"/);
  assert.throws(() => shapLogistic(model, columnsOf(["a", "b", "c"], [[1, 2, Infinity]])), /requires finite values/);
  assert.throws(() => shapLogisticRow(model, [1, 2]), /requires 3 values; got 2/);
  assert.throws(() => shapLogisticRow(model, [1, -Infinity, 2]), /finite values; got -Infinity for "b"/);
});
