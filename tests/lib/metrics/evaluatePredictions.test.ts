import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, it} from "vitest";
import {aucInterval} from "../../../lib/metrics/aucInterval.js";
import {calibrationInterval} from "../../../lib/metrics/calibrationInterval.js";
import {drawGroups} from "../../../lib/metrics/drawGroups.js";
import {evaluatePredictions} from "../../../lib/metrics/evaluatePredictions.js";
import {expectedCalibrationError} from "../../../lib/metrics/expectedCalibrationError.js";
import {groupIndex} from "../../../lib/metrics/groupIndex.js";
import {percentileInterval} from "../../../lib/metrics/percentileInterval.js";
import {rankedPredictions} from "../../../lib/metrics/rankedPredictions.js";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {f1Score} from "../../../lib/metrics/f1Score.js";
import type {Estimate} from "../../../lib/metrics/types.js";
import {weightedMetrics} from "../../../lib/metrics/weightedMetrics.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const cases = JSON.parse(readFileSync(new URL("../../fixtures/metrics/metrics.json", import.meta.url), "utf8"));
const KEYS = ["accuracy", "f1", "precision", "recall", "auc", "averagePrecision", "logLoss", "brier", "ece"] as const;

/** n rows in groups of `size`, all rows of a group alike; y is 1 with probability p ** power. */
function drawn(seed: number, n: number, size: number, power = 1) {
  const random = randomSource(seed);
  const p: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    p.push(i % size === 0 ? random() : p[i - 1]);
    y.push(i % size === 0 ? Number(random() < p[i] ** power) : y[i - 1]);
  }
  return {y, p, groups: p.map((_, i) => Math.floor(i / size))};
}

describe("evaluatePredictions(y, p, groups, {seed})", () => {
  for (const {name, y, p, threshold, confusion, ...expected} of cases) {
    it(`gives scikit-learn's values inside their intervals: ${name}`, () => {
      const metrics = evaluatePredictions(y, p, [...y.keys()], {seed: 1, replicates: 100, threshold});
      for (const key of KEYS) {
        const {value, low, high} = metrics[key] as Estimate;
        assert.ok(Math.abs(value - expected[key]) <= 1e-12, `${key} is ${value}, not ${expected[key]}`);
        assert.ok(low < value && value < high && low >= 0, `${key}: ${low} ${value} ${high}`);
      }
      assert.deepEqual(metrics.confusion, confusion);
    });
  }

  it("gives the same to the same seed, other intervals to another", () => {
    const {y, p, groups} = drawn(1, 200, 2);
    const first = evaluatePredictions(y, p, groups, {seed: 1, replicates: 50});
    assert.deepEqual(evaluatePredictions(y, p, groups, {seed: 1, replicates: 50}), first);
    assert.notDeepEqual(evaluatePredictions(y, p, groups, {seed: 2, replicates: 50}), first);
  });

  it("has the width theory gives accuracy: 2 · 1.96 √(a (1 − a) / n), times √4 where four rows are as one", () => {
    const {y, p, groups} = drawn(1, 2000, 4);
    const width = (of: readonly number[]) => {
      const {value, low, high} = evaluatePredictions(y, p, of, {seed: 5}).accuracy;
      return (high - low) / (2 * 1.96 * Math.sqrt((value * (1 - value)) / y.length));
    };
    assert.ok(Math.abs(width([...y.keys()]) - 1) <= 0.15);
    assert.ok(Math.abs(width(groups) - 2) <= 0.3);
  });

  it("has null for what is undefined, and survives the JSON round trip", () => {
    const metrics = evaluatePredictions([0, 0, 0], [0.1, 0.2, 0.3], ["a", "b", "c"], {seed: 1, replicates: 20});
    const none = {value: null, low: null, high: null};
    for (const key of ["f1", "precision", "recall", "auc", "averagePrecision"] as const) {
      assert.deepEqual(metrics[key], none, key);
    }
    assert.equal(metrics.accuracy.value, 1);
    assert.deepEqual(JSON.parse(JSON.stringify(metrics)), metrics);
  });

  it("leaves out replicates in which a metric is undefined", () => {
    const metrics = evaluatePredictions([1, 0, 0], [0.9, 0.2, 0.3], ["a", "b", "c"], {seed: 1, replicates: 100});
    assert.deepEqual(metrics.recall, {value: 1, low: 1, high: 1});
  });

  it("takes the AUC's interval from DeLong's components over the groups", () => {
    const {y, p, groups} = drawn(1, 200, 4);
    const {auc} = evaluatePredictions(y, p, groups, {seed: 1, replicates: 5});
    assert.deepEqual(auc, aucInterval(y, p, groups));
  });

  it("leaves its inputs unchanged", () => {
    const {y, p, groups} = drawn(1, 60, 3);
    const before = structuredClone({y, p, groups});
    evaluatePredictions(y, p, groups, {seed: 1, replicates: 5});
    assert.deepEqual({y, p, groups}, before);
  });

  it("refuses what cannot be evaluated", () => {
    assert.throws(() => evaluatePredictions([], [], [], {seed: 1}), /at least one row; got none/);
    assert.throws(() => evaluatePredictions([1, 0], [0, 1], ["a"], {seed: 1}), /got y 2, groups 1/);
    assert.throws(() => evaluatePredictions([1], [NaN], ["a"], {seed: 1}), /p in \[0, 1\]; got NaN at row 0/);
    assert.throws(() => evaluatePredictions([1], [1], ["a"], {seed: 1, threshold: 2}), /threshold .* got 2/);
    assert.throws(() => evaluatePredictions([1], [1], ["a"], {seed: 1, replicates: 0}), /replicates; got 0/);
  });
});

describe("weightedMetrics(ranked, counts)", () => {
  it("equals the plain metrics of rows repeated as often as they weigh", () => {
    const row = fc.record({y: fc.integer({min: 0, max: 1}), p: fc.integer({min: 0, max: 6}), weight: fc.nat({max: 3})});
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 20}), (rows) => {
        fc.pre(rows.some(({weight}) => weight > 0));
        const y = rows.map((one) => one.y);
        const p = rows.map((one) => one.p / 6);
        const ranked = rankedPredictions(y, p, [...y.keys()], 0.5);
        const {gaps, ...metrics} = weightedMetrics(
          ranked,
          Int32Array.from(rows, ({weight}) => weight)
        );
        const repeated = rows.flatMap((one) => new Array<typeof one>(one.weight).fill(one));
        const [ys, ps] = [repeated.map((one) => one.y), repeated.map((one) => one.p / 6)];
        const close = (a: number, b: number | null) => assert.ok(Math.abs(a - (b ?? NaN)) <= 1e-12 || b === null);
        close(metrics.averagePrecision, averagePrecision(ys, ps));
        close(metrics.logLoss, logLoss(ys, ps));
        close(metrics.f1, f1Score(ys, ps));
        close(
          gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
          expectedCalibrationError(ys, ps)
        );
        assert.equal(Number.isNaN(metrics.averagePrecision), averagePrecision(ys, ps) === null);
      }),
      {seed: 1}
    );
  });
});

describe("groupIndex(groups)", () => {
  it("numbers groups by first appearance", () => {
    const {index, count} = groupIndex(["b", "a", "b", "c", "a"]);
    assert.deepEqual([...index], [0, 1, 0, 2, 1]);
    assert.equal(count, 3);
  });
});

describe("drawGroups(counts, random)", () => {
  it("draws as many groups as there are, some twice, some not at all", () => {
    const counts = new Int32Array(1000);
    drawGroups(counts, randomSource(1));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      1000
    );
    const left = counts.filter((count) => count === 0).length / 1000;
    assert.ok(Math.abs(left - Math.exp(-1)) <= 0.05, `${left} left out`);
  });
});

describe("percentileInterval(replicates)", () => {
  it("takes the 2.5 % and 97.5 % quantiles of what is defined", () => {
    assert.deepEqual(percentileInterval([...Array(41).keys(), NaN].reverse()), [1, 39]);
    assert.deepEqual(percentileInterval([NaN]), [0, 1]);
  });
});

describe("calibrationInterval(gaps, replicates)", () => {
  const coverage = (power: number, truth: number, n: number) => {
    let held = 0;
    for (let seed = 0; seed < 100; seed++) {
      const {y, p, groups} = drawn(seed, n, 1, power);
      const {low, value, high} = evaluatePredictions(y, p, groups, {seed, replicates: 100}).ece;
      assert.ok(low <= value && value <= high);
      if (low <= truth && truth <= high) held++;
    }
    return held;
  };

  it("reaches down to 0 for calibrated predictions, in 95 of 100 samples or thereabouts", () => {
    const held = coverage(1, 0, 500);
    assert.ok(held >= 91, `${held} of 100`);
  });

  it("holds the true error of predictions that promise p and keep p²", () => {
    // The mean of p - p² over [0, 1] is 1/6, and every bin misses in the same direction.
    const held = coverage(2, 1 / 6, 500);
    assert.ok(held >= 91, `${held} of 100`);
  });

  it("excludes 0 for predictions far from calibrated", () => {
    const {y, p, groups} = drawn(1, 2000, 1, 2);
    const {low, high} = evaluatePredictions(y, p, groups, {seed: 1}).ece;
    assert.ok(low > 0.13 && high < 0.21, `${low} to ${high}`);
  });

  it("is a point where replicates do not vary", () => {
    const [low, high] = calibrationInterval([0.1, -0.1], [[0.1, -0.1]]);
    assert.ok(Math.abs(low - 0.2) <= 1e-3 && Math.abs(high - 0.2) <= 1e-12);
  });
});
