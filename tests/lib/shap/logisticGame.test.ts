import assert from "node:assert/strict";
import {it} from "vitest";
import {marginOfLogisticRow} from "../../../lib/logistic/marginOfLogisticRow.js";
import type {LogisticModel} from "../../../lib/logistic/types.js";
import {logisticGame} from "../../../lib/shap/logisticGame.js";
import {farthest} from "./ensembles.js";

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

it("logisticGame(model)(row) is each coalition's margin, others averaging over the training rows", () => {
  for (const row of [
    [5, 12, 0.75],
    [NaN, 12, NaN]
  ]) {
    const known = row.map((x, j) => (Number.isNaN(x) ? model.medians[j] : x));
    const expected = Array.from({length: 8}, (_, S) => {
      const mixed = background.map((other) => known.map((x, j) => ((S >>> j) & 1 ? x : other[j])));
      return mixed.reduce((sum, x) => sum + marginOfLogisticRow(model, x), 0) / background.length;
    });
    assert.ok(farthest(logisticGame(model)(row), expected) <= 1e-12);
  }
});

it("logisticGame(model)(row) refuses another width, infinite values and more than 20 features", () => {
  assert.throws(() => logisticGame(model)([1, 2]), /requires 3 values; got 2/);
  assert.throws(() => logisticGame(model)([1, 2, Infinity]), /requires finite values; got Infinity for "c"/);
  const of21 = <T>(x: T) => new Array<T>(21).fill(x);
  const wide = {...model, features: of21("x"), medians: of21(0), means: of21(0), deviations: of21(1), weights: of21(1)};
  assert.throws(() => logisticGame(wide)(of21(0)), /^RangeError: logisticGame requires at most 20 features; got 21/);
});
