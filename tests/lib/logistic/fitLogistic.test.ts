import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import {logit} from "../../../lib/logit.js";
import {fitLogistic} from "../../../lib/logistic/fitLogistic.js";
import {logisticMargins} from "../../../lib/logistic/logisticMargins.js";
import {marginOfLogisticRow} from "../../../lib/logistic/marginOfLogisticRow.js";
import {predictLogistic} from "../../../lib/logistic/predictLogistic.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {columnsOf} from "./columnsOf.js";

const fixture = JSON.parse(readFileSync(new URL("../../fixtures/logistic/logistic.json", import.meta.url), "utf8"));
const {columns, y} = fixture;
const X = columnsOf(columns);
const model = fitLogistic(X, y);

const largestError = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));

describe("fitLogistic(X, y)", () => {
  it("finds scikit-learn's unpenalised maximum", () => {
    assert.ok(largestError(model.weights, fixture.weights) <= 1e-5, `${model.weights}`);
    assert.ok(Math.abs(model.interceptLogOdds - fixture.intercept) <= 1e-5);
  });

  it("imputes and standardises as scikit-learn does", () => {
    for (const key of ["medians", "means", "deviations"] as const) {
      model[key].forEach((value, j) => {
        assert.ok(Math.abs(value / fixture[key][j] - 1) <= 1e-9, `${key} ${value} for ${fixture[key][j]}`);
      });
    }
  });

  it("is the log-odds of the base rate without informative columns", () => {
    const {weights, interceptLogOdds} = fitLogistic(columnsOf({constant: [0.1, 0.1, 0.1, 0.1, 0.1]}), [1, 0, 1, 1, 0]);
    assert.deepEqual(weights, [0]);
    assert.ok(Math.abs(interceptLogOdds - logit(0.6)) <= 1e-6);
  });

  it("is the log-odds ratio of a single binary column, by hand", () => {
    // Hits: 3 of 4 where x is 1, 1 of 4 where it is 0: log-odds ln 3 and -ln 3, half a unit either side of the mean.
    const {weights, interceptLogOdds} = fitLogistic(columnsOf({x: [1, 1, 1, 1, 0, 0, 0, 0]}), [1, 1, 1, 0, 1, 0, 0, 0]);
    assert.ok(Math.abs(weights[0] - Math.log(3)) <= 1e-6);
    assert.ok(Math.abs(interceptLogOdds) <= 1e-6);
  });

  it("gives constant and all-missing columns weight 0, and the others what they had", () => {
    const n = y.length;
    const wider = fitLogistic(
      columnsOf({...columns, constant: new Array(n).fill(0.1), unknown: new Array(n).fill(null)}),
      y
    );
    assert.deepEqual(wider.weights.slice(-2), [0, 0]);
    assert.deepEqual(wider.medians.slice(-2), [Math.fround(0.1), 0]);
    assert.ok(largestError(wider.weights.slice(0, -2), model.weights) <= 1e-9);
  });

  it("shares a weight between repeated columns, in whatever unit, and predicts the same", () => {
    const inFeet = columns.duration_ms.map((x: number | null) => (x === null ? null : -2 * x));
    const wider = fitLogistic(columnsOf({...columns, again: columns.energy, inFeet}), y);
    const half = model.weights[0] / 2;
    assert.ok(largestError([wider.weights[0], wider.weights[5]], [half, half]) <= 1e-6);
    assert.ok(Math.abs(wider.weights[2] + wider.weights[6]) <= 1e-6);
    assert.ok(
      largestError(predictLogistic(wider, columnsOf({...columns, again: columns.energy, inFeet})), fixture.p) <= 1e-6
    );
  });

  it("finds the maximum where columns are nearly collinear", () => {
    const random = randomSource(2);
    const near = columns.energy.map((x: number) => x + 0.001 * random());
    const wide = columnsOf({...columns, near});
    const {weights, interceptLogOdds} = fitLogistic(wide, y);
    assert.ok(weights.every(Number.isFinite) && Number.isFinite(interceptLogOdds));
    // At the maximum residuals have no correlation with any column.
    const p = predictLogistic(fitLogistic(wide, y), wide);
    for (const column of [wide.columns[0], wide.columns[5]]) {
      const sum = column.reduce((total, x, i) => total + x * (y[i] - p[i]), 0);
      assert.ok(Math.abs(sum / y.length) <= 1e-6, `${sum}`);
    }
  });

  it("refuses columns without names, and none at all", () => {
    assert.throws(() => fitLogistic({...X, names: ["energy"]}, y), /a name for each column; got 1 for 5/);
    assert.throws(() => fitLogistic({...X, names: [], columns: []}, y), /a name for each column; got 0 for 0/);
  });

  it("takes more steps where the first do not suffice, and stops where none do", () => {
    assert.throws(
      () => fitLogistic(X, y, {tolerance: 1e-30, maxSteps: 100}),
      /classes that overlap; got a gradient of/
    );
    assert.throws(() => fitLogistic(X, y, {maxSteps: 2}), RangeError);
    assert.throws(
      () => fitLogistic(columnsOf({x: [0, 1, 2, 3]}), [0, 0, 1, 1], {maxSteps: 500}),
      /classes that overlap; .* after 500 steps/
    );
    // Hits and flops that hardly overlap flatten the likelihood: 48 steps are not enough.
    const clear = columnsOf({x: Array.from({length: 20}, (_, i) => i)});
    const labels = Array.from({length: 20}, (_, i) => Number(i > 10 || i === 9));
    assert.throws(() => fitLogistic(clear, labels, {maxSteps: 48}), RangeError);
    const {weights} = fitLogistic(clear, labels);
    assert.ok(weights[0] > 5 && weights[0] < 20, `${weights}`);
  });
});

describe("predictLogistic(model, X)", () => {
  it("gives scikit-learn's probabilities", () => {
    assert.ok(largestError(predictLogistic(model, X), fixture.p) <= 1e-6);
  });

  it("picks columns by name, in any order among others", () => {
    const names = [...X.names].reverse();
    const shuffled = {
      names: ["other", ...names],
      columns: [X.columns[0], ...[...X.columns].reverse()],
      length: X.length
    };
    assert.deepEqual(predictLogistic(model, shuffled), predictLogistic(model, X));
  });

  it("refuses infinite values and columns of another length", () => {
    const first = X.columns[0].slice();
    const columns = [first, ...X.columns.slice(1)];
    first[3] = Infinity;
    assert.throws(() => predictLogistic(model, {...X, columns}), /finite values; got Infinity in "energy" at row 3/);
    columns[0] = first.slice(4);
    assert.throws(() => predictLogistic(model, {...X, columns}), /500 values a column; got 496 in "energy"/);
  });

  it("refuses another format", () => {
    const other = {...model, format: "trackoracle-logistic/2"} as unknown as typeof model;
    assert.throws(
      () => predictLogistic(other, X),
      /requires format trackoracle-logistic\/1; got trackoracle-logistic\/2/
    );
  });
});

describe("marginOfLogisticRow(model, x)", () => {
  it("is that row's margin in a batch, to the last bit, doubles rounded as columns are", () => {
    const margins = logisticMargins(model, X);
    for (let i = 0; i < X.length; i++) {
      const row = Object.values<(number | null)[]>(columns).map((column) => column[i] ?? NaN);
      assert.equal(marginOfLogisticRow(model, row), margins[i]);
    }
  });

  it("refuses another width and infinite values", () => {
    assert.throws(() => marginOfLogisticRow(model, [1, 2]), /requires 5 values; got 2/);
    assert.throws(() => marginOfLogisticRow(model, [1, 2, 3, 4, -Infinity]), /got -Infinity for "decade"/);
  });
});
