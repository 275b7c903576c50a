import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {featureEffect} from "../../../lib/effects/featureEffect.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {columnsOf} from "../logistic/columnsOf.js";

const fixture = JSON.parse(readFileSync(new URL("../../fixtures/effects/effects.json", import.meta.url), "utf8"));
const random = randomSource(3);
const uniform = Float32Array.from({length: 2000}, random);
const other = Float32Array.from({length: 2000}, random);
const rowsOf = (a: Float32Array, b: Float32Array): Columns => ({names: ["a", "b"], columns: [a, b], length: a.length});
const model =
  (p: (a: number, b: number) => number) =>
  ({columns: [a, b]}: Columns) =>
    Float64Array.from(a, (value, i) => p(value, b[i]));

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
function near(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-9): void {
  assert.equal(got.length, expected.length);
  Array.from(got).forEach((value, k) => {
    assert.ok(Math.abs(value - expected[k]) <= tolerance, `${value} instead of ${expected[k]} at ${k}`);
  });
}

describe("featureEffect(predict, X, name)", () => {
  it("finds PDP and ALE of a line to be that line", () => {
    const {x, pdp, ale, parting, levels} = featureEffect(
      model((a, b) => 0.2 + 0.5 * a + 0.1 * b),
      rowsOf(uniform, other),
      "a"
    )!;
    assert.deepEqual([levels, x.length], [false, 20]);
    const line = x.map((a) => 0.2 + 0.5 * a + 0.1 * mean(other));
    near(pdp, line);
    near(ale, line, 1e-4); // means run level beyond the ends
    assert.ok(parting < 1e-9, `${parting}`);
  });

  it("finds them part where correlated features multiply: x times the mean against x²/2", () => {
    const effect = featureEffect(
      model((a, b) => a * b),
      rowsOf(uniform, uniform),
      "a"
    )!;
    const {x, pdp, ale, parting, companion, companionCorrelation} = effect;
    near(
      pdp,
      x.map((a) => a * mean(uniform))
    );
    const parabola = x.map((a) => a ** 2 / 2 - 1 / 6 + mean(uniform.map((a) => a * a)));
    near(ale, parabola, 0.01);
    // x/2 − 1/4 and x²/2 − 1/6 are 1/12 apart at both ends, 1/24 in the middle
    assert.ok(Math.abs(parting - (1 / 12 - 0.005)) < 0.004, `${parting}`);
    assert.deepEqual([companion, Math.round(companionCorrelation * 1e9) / 1e9], ["b", 1]);
  });

  it("finds a step to be a step", () => {
    const {x, pdp, ale, parting} = featureEffect(
      model((a) => (a < 0.5 ? 0.2 : 0.8)),
      rowsOf(uniform, other),
      "a"
    )!;
    near(
      pdp,
      x.map((a) => (a < 0.5 ? 0.2 : 0.8))
    );
    near(
      ale.map((value) => value - ale[0]),
      x.map((a) => (a < 0.5 ? 0 : 0.6))
    );
    assert.ok(parting < 1e-9);
  });

  it("goes from level to level by the rows of both, in numbers by hand", () => {
    const X = columnsOf({a: [0, 0, 1, 3, null], b: [0.1, 0.3, 0.5, 0.2, 0.4]});
    const predict = model((a, b) => (Number.isNaN(a) ? 0.9 : a * b * 0.5));
    const {x, levels, share, pdp, ale, ice, parting} = featureEffect(predict, X, "a", {iceRows: [2, 4]})!;
    assert.deepEqual([x, levels], [[0, 1, 3], true]);
    near(share, [0.5, 0.25, 0.25]);
    near(pdp, [0, 0.15, 0.45], 1e-7); // mean of b is .3
    // Steps: mean(.1, .3, .5) · .5 = .15, then mean(.5, .2) · 1 = .35: 0, .15, .5, of mean .1625 over the known rows.
    // Mean of p: (0 + 0 + .25 + .3 + .9) / 5 = .29
    near(ale, [0.1275, 0.2775, 0.6275], 1e-7);
    near(ice[0], [0, 0.25, 0.75], 1e-7);
    near(ice[1], [0, 0.2, 0.6], 1e-7);
    near([parting], [0.0375], 1e-7); // centred: PDP −.15, 0, .3; ALE −.1625, −.0125, .3375
  });

  it("takes the rows of (xₖ₋₁, xₖ] for a step between quantiles, those beyond the ends for the last", () => {
    const a = Float32Array.from({length: 1000}, (_, i) => i);
    const b = a.map((i) => (i % 7) / 8); // so that the mean tells which rows were asked
    const {x, ale} = featureEffect(
      model((a, b) => (a / 1000) * b),
      rowsOf(a, b),
      "a"
    )!;
    const steps = x.slice(1).map((to, k) => {
      const from = k === 0 ? -1 : x[k];
      const end = k === x.length - 2 ? 999 : to;
      const rows = [...a].filter((i) => i > from && i <= end);
      return ((to - x[k]) / 1000) * mean(rows.map((i) => b[i]));
    });
    near(
      x.slice(1).map((_, k) => ale[k + 1] - ale[k]),
      steps
    );
  });

  it("gives each x the share of the known rows that are nearest", () => {
    const a = Float32Array.from({length: 1002}, (_, i) => (i < 1000 ? i : NaN));
    const {x, share} = featureEffect(
      model(() => 0.5),
      rowsOf(a, a),
      "a"
    )!;
    near([mean(share) * share.length], [1]);
    const nearest = x.map(() => 0);
    for (let i = 0; i < 1000; i++) {
      const distances = x.map((value) => Math.abs(value - i));
      nearest[distances.lastIndexOf(Math.min(...distances))] += 1 / 1000;
    }
    near(share, nearest);
  });

  it("looks for partings only where 98 % of the rows are", () => {
    // Only rows of a = 2 would be moved by a = 0, to which ALE does not put them.
    const a = Float32Array.from({length: 1000}, (_, i) => (i < 5 ? 0 : 1 + (i % 2)));
    const predict = model((a, b) => (a === 0 && b === 2 ? 1 : 0.5));
    const {pdp, ale, parting} = featureEffect(predict, rowsOf(a, a), "a")!;
    assert.ok(pdp[0] - ale[0] > 0.2 && parting < 0.01, `${pdp[0]}, ${ale[0]}, ${parting}`);
  });

  it("moves ALE so that its mean over the rows is the mean probability", () => {
    const {ale} = featureEffect(
      model((a, b) => 0.3 * a * b * b),
      columnsOf({a: [0, 0, 1, 1, 2, 2, 2, 3], b: [0.5, 1, 0, 0.2, 1, 0.3, 0.6, 0.9]}),
      "a"
    )!;
    const p = [0, 0, 0, 0.3 * 0.04, 0.6, 0.6 * 0.09, 0.6 * 0.36, 0.9 * 0.81];
    near([(2 * ale[0] + 2 * ale[1] + 3 * ale[2] + ale[3]) / 8], [mean(p)], 1e-7);
  });

  it("finds scikit-learn's partial dependence and individual curves", () => {
    const {a, b, c, one} = fixture;
    const X = columnsOf({a, b, c});
    const predict = ({columns: [a, b, c]}: Columns) => Float64Array.from(a, (x, i) => sigmoid(2 * x * b[i] - c[i]));
    const iceRows = Array.from({length: X.length}, (_, i) => i);
    const {feature, x, pdp, ice, companion} = featureEffect(predict, X, "b", {iceRows})!;
    assert.deepEqual([feature, companion, [x]], ["b", "a", one.values]);
    near(pdp, one.average, 1e-12);
    ice.forEach((curve, i) => near(curve, one.individual[i], 1e-12));
  });

  it("is null where nothing varies: a constant, one row, no known value", () => {
    const half = model(() => 0.5);
    assert.equal(featureEffect(half, columnsOf({a: [1, 1, null], b: [1, 2, 3]}), "a"), null);
    assert.equal(featureEffect(half, columnsOf({a: [1], b: [2]}), "a"), null);
    assert.equal(featureEffect(half, columnsOf({a: [null, null], b: [1, 2]}), "a"), null);
  });

  it("has no companion where no other feature varies", () => {
    const {companion, companionCorrelation} = featureEffect(
      model(() => 0.5),
      columnsOf({a: [1, 2, 3], b: [7, 7, 7]}),
      "a"
    )!;
    assert.deepEqual([companion, companionCorrelation], [null, 0]);
  });

  it("leaves X alone, and refuses no rows, other names, rows there are not and infinite values", () => {
    const half = model(() => 0.5);
    const X = columnsOf({a: [1, 2], b: [1, null]});
    const before = structuredClone(X);
    featureEffect(half, X, "a");
    assert.deepEqual(X, before);
    assert.throws(
      () => featureEffect(half, columnsOf({a: [], b: []}), "a"),
      /^RangeError: .* at least one row; got none/
    );
    assert.throws(() => featureEffect(half, X, "c"), /^RangeError: .* "c"; got a, b/);
    for (const row of [-1, 2, 0.5]) {
      assert.throws(() => featureEffect(half, X, "a", {iceRows: [row]}), /^RangeError: .* rows below 2; got/);
    }
    assert.throws(
      () => featureEffect(half, columnsOf({a: [Infinity, 1], b: [1, 2]}), "b"),
      /finite values; got Infinity/
    );
  });
});
