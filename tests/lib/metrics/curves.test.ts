import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {precisionRecallCurve} from "../../../lib/metrics/precisionRecallCurve.js";
import {reliabilityCurve} from "../../../lib/metrics/reliabilityCurve.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {rocCurve, type RocPoint} from "../../../lib/metrics/rocCurve.js";
import {thinCurve} from "../../../lib/metrics/thinCurve.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const cases = JSON.parse(readFileSync(new URL("../../fixtures/metrics/metrics.json", import.meta.url), "utf8"));

/** Calibrated predictions: y is 1 with probability p. */
function drawn(n: number): {y: number[]; p: number[]} {
  const random = randomSource(3);
  const p = Array.from({length: n}, () => random());
  return {p, y: p.map((value) => (random() < value ? 1 : 0))};
}

function areaUnder(points: readonly RocPoint[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const width = points[i].falsePositiveRate - points[i - 1].falsePositiveRate;
    area += (width * (points[i].truePositiveRate + points[i - 1].truePositiveRate)) / 2;
  }
  return area;
}

describe("rocCurve(y, p)", () => {
  it("has scikit-learn's area where nothing is thinned out", () => {
    for (const {y, p, curveArea} of cases) {
      assert.ok(Math.abs(areaUnder(rocCurve(y, p, {maxPoints: 1000})!) - curveArea) <= 1e-12);
    }
  });

  it("keeps its area and ends with 200 of 20,000 points", () => {
    const {y, p} = drawn(20_000);
    const points = rocCurve(y, p)!;
    assert.ok(points.length <= 200);
    assert.ok(Math.abs(areaUnder(points) - rocAuc(y, p)!) <= 1e-3);
    assert.deepEqual(points[0], {falsePositiveRate: 0, truePositiveRate: 0, threshold: null});
    assert.deepEqual(points.at(-1), {falsePositiveRate: 1, truePositiveRate: 1, threshold: Math.min(...p)});
  });

  it("is by hand for four rows, ties joined", () => {
    assert.deepEqual(rocCurve([1, 1, 0, 0], [0.8, 0.4, 0.4, 0.3]), [
      {falsePositiveRate: 0, truePositiveRate: 0, threshold: null},
      {falsePositiveRate: 0, truePositiveRate: 0.5, threshold: 0.8},
      {falsePositiveRate: 0.5, truePositiveRate: 1, threshold: 0.4},
      {falsePositiveRate: 1, truePositiveRate: 1, threshold: 0.3}
    ]);
  });

  it("is null with one class", () => {
    assert.equal(rocCurve([1, 1], [0.1, 0.2]), null);
    assert.equal(rocCurve([0, 0], [0.1, 0.2]), null);
  });
});

describe("precisionRecallCurve(y, p)", () => {
  it("is by hand for four rows, ties joined", () => {
    assert.deepEqual(precisionRecallCurve([1, 1, 0, 0], [0.8, 0.4, 0.4, 0.3]), [
      {recall: 0.5, precision: 1, threshold: 0.8},
      {recall: 1, precision: 2 / 3, threshold: 0.4},
      {recall: 1, precision: 0.5, threshold: 0.3}
    ]);
  });

  it("keeps its area with 200 of 20,000 points", () => {
    const {y, p} = drawn(20_000);
    const points = precisionRecallCurve(y, p)!;
    let area = points[0].recall * points[0].precision;
    for (let i = 1; i < points.length; i++) {
      area += ((points[i].recall - points[i - 1].recall) * (points[i].precision + points[i - 1].precision)) / 2;
    }
    assert.ok(points.length <= 200);
    assert.ok(Math.abs(area - averagePrecision(y, p)!) <= 2e-3, `${area}`);
    assert.equal(points.at(-1)!.recall, 1);
  });

  it("is null without hits", () => assert.equal(precisionRecallCurve([0, 0], [0.1, 0.2]), null));
});

describe("thinCurve(x, y, maxPoints)", () => {
  it("keeps corners and drops what lies on a line", () => {
    assert.deepEqual(thinCurve([0, 1, 2, 3, 4], [0, 1, 2, 2, 2], 10), [0, 2, 4]);
  });

  it("keeps the farthest corner first", () => {
    assert.deepEqual(thinCurve([0, 1, 2, 3, 4], [0, 0.2, 0, 3, 0], 3), [0, 3, 4]);
  });
});

describe("reliabilityCurve(y, p)", () => {
  it("is by hand for three rows, empty bins left out", () => {
    const [low, high, ...others] = reliabilityCurve([0, 1, 0], [0.1, 0.7, 0.9], {bins: 3});
    assert.deepEqual(others, []);
    assert.deepEqual([low.meanP, low.share, low.count, low.shareLow], [0.1, 0, 1, 0]);
    assert.ok(Math.abs(high.meanP - 0.8) <= 1e-15);
    assert.deepEqual([high.share, high.count], [0.5, 2]);
  });

  it("counts every row once", () => {
    const {y, p} = drawn(1000);
    const bins = reliabilityCurve(y, p);
    assert.equal(bins.length, 15);
    assert.equal(
      bins.reduce((sum, {count}) => sum + count, 0),
      1000
    );
  });
});

describe("wilsonInterval(k, n)", () => {
  it("is Wilson's, as in Newcombe 1998, table I", () => {
    const printed: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718]
    ];
    for (const [k, n, low, high] of printed) {
      const interval = wilsonInterval(k, n).map((end) => Number(end.toFixed(4)));
      assert.deepEqual(interval, [low, high]);
    }
    assert.equal(wilsonInterval(20, 20)[1], 1);
  });

  it("refuses no rows and more successes than rows", () => {
    assert.throws(() => wilsonInterval(0, 0), RangeError);
    assert.throws(() => wilsonInterval(3, 2), RangeError);
  });
});
