import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {chooseKnots, thinKnots} from "../../../lib/glassbox/chooseKnots.js";
import {invertLower} from "../../../lib/glassbox/cholesky.js";
import {fitGlassbox} from "../../../lib/glassbox/fitGlassbox.js";
import {fitPenalised} from "../../../lib/glassbox/fitPenalised.js";
import {termMargins} from "../../../lib/glassbox/likelihood.js";
import {predictGlassbox} from "../../../lib/glassbox/predictGlassbox.js";
import {buildTerms} from "../../../lib/glassbox/terms.js";
import {fitLogistic} from "../../../lib/logistic/fitLogistic.js";
import {logisticMargins} from "../../../lib/logistic/logisticMargins.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {columnsOf} from "../logistic/columnsOf.js";
import {glassboxRows} from "./glassboxRows.js";

const fixture = JSON.parse(readFileSync(new URL("../../fixtures/glassbox/glassbox.json", import.meta.url), "utf8"));
const X = columnsOf(fixture.columns);
const {y, fixed, reml} = fixture;

const largestError = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));

/** A fit with the penalties given. */
function fitAt(X: Columns, y: ArrayLike<number>, lambdas: readonly number[], pairs: readonly [number, number][] = []) {
  const knots = X.columns.map((column) => chooseKnots(column, 16));
  const coarse = knots.map((one) => thinKnots(one, 5));
  const terms = buildTerms(X, knots, coarse, pairs);
  return {terms, fit: fitPenalised(terms, y, {beta: new Float64Array(1), lambdas: Float64Array.from(lambdas)}, 0)};
}

describe("fitPenalised(terms, y, start, rounds)", () => {
  const {terms, fit} = fitAt(X, y, fixed.lambdas, [[0, 2]]);

  it("finds scipy's maximum, with missing values and a surface", () => {
    assert.ok(largestError(fit.beta, fixed.beta) <= 1e-5, `off by ${largestError(fit.beta, fixed.beta)}`);
    assert.ok(largestError(termMargins(terms, fit.beta, X.length).map(sigmoid), fixed.p) <= 1e-6);
  });

  it("has scipy's inverse Hessian, but for the last small steps", () => {
    const width = fit.beta.length;
    const inverse = invertLower(fit.factor, width);
    for (let c = 0; c < width; c++) {
      let variance = 0;
      for (let i = 0; i < width; i++) variance += inverse[i * width + c] ** 2;
      const error = Math.sqrt(variance) / fixed.standardErrors[c] - 1;
      assert.ok(Math.abs(error) <= 0.02, `coefficient ${c} off by ${error}`);
    }
  });

  it("comes to the same from elsewhere, however far", () => {
    const beta = fit.beta.map((_, c) => (c % 2 === 0 ? 6 : -6));
    const again = fitPenalised(terms, y, {beta, lambdas: Float64Array.from(fixed.lambdas)}, 0);
    assert.ok(largestError(again.beta, fit.beta) <= 1e-4);
  });

  it("is a logistic regression where bends cost the most", () => {
    const rows = glassboxRows(800, 3, ({a, b}) => 3 * a - 2 * b + 4 * (a - 0.5) ** 2);
    const straight = {...rows.X, names: ["a", "b"], columns: rows.X.columns.slice(0, 2)};
    // Beyond its outer knots a curve is constant, so that a straight line sees clamped values.
    const clamped = straight.columns.map((column) => {
      const {at} = chooseKnots(column, 16);
      return column.map((x) => Math.min(Math.max(x, at[0]), at[at.length - 1]));
    });
    const {terms, fit} = fitAt(straight, rows.y, [1e7, 1e7]);
    const plain = {...straight, columns: clamped};
    const error = largestError(
      termMargins(terms, fit.beta, rows.X.length),
      logisticMargins(fitLogistic(plain, rows.y), plain)
    );
    assert.ok(error <= 2e-3, `margins off by ${error}`);
  });
});

describe("chooseLambdas, as fitGlassbox repeats it", () => {
  it("comes near the penalties of greatest marginal likelihood, as scipy finds them", () => {
    const {model, edf} = fitGlassbox(X, y, {pairs: 0});
    const error = largestError(predictGlassbox(model, X), reml.p);
    assert.ok(error <= 0.005, `probabilities off by ${error}`);
    edf.forEach((value, j) => assert.ok(Math.abs(value / reml.edf[j] - 1) <= 0.03, `edf ${value} for ${reml.edf[j]}`));
  });
});
