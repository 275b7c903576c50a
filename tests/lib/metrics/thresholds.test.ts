import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {bestThreshold} from "../../../lib/metrics/bestThreshold.js";
import {f1Score} from "../../../lib/metrics/f1Score.js";
import {precision} from "../../../lib/metrics/precision.js";
import {recall} from "../../../lib/metrics/recall.js";
import {thresholdScores, type ThresholdScore} from "../../../lib/metrics/thresholdScores.js";
import {randomSource} from "../../../lib/random/randomSource.js";

/** Counts at the thresholds 0, .01, .. 1. */
function countsOf(y: readonly number[], p: readonly number[]) {
  const at = (label: number) =>
    Array.from({length: 101}, (_, t) => y.filter((value, i) => value === label && p[i] >= t / 100).length);
  return {tp: at(1), fp: at(0)};
}

/** Predictions to two digits that promise p and keep p. */
function drawn(n: number) {
  const random = randomSource(9);
  const p = Array.from({length: n}, () => Math.round(100 * random()) / 100);
  return {p, y: p.map((value) => Number(random() < value))};
}

/** Four thresholds of 10 hits and 20 flops, to be reckoned by hand. */
const HANDMADE = {tp: [10, 8, 5, 0], fp: [20, 5, 1, 0]};

function assertScore(score: ThresholdScore, expected: Partial<Record<keyof ThresholdScore, number | null>>): void {
  for (const [key, value] of Object.entries(expected)) {
    const actual = score[key as keyof ThresholdScore];
    const close = actual !== null && value !== null && Math.abs(actual - value) <= 1e-12;
    assert.ok(close || actual === value, `${key} is ${actual}, not ${value}`);
  }
}

describe("thresholdScores(counts, options)", () => {
  it("is each plain metric at each threshold where hits are as common as counted", () => {
    const {y, p} = drawn(400);
    for (const {threshold, ...score} of thresholdScores(countsOf(y, p))) {
      assertScore(
        {threshold, ...score},
        {
          precision: precision(y, p, {threshold}),
          recall: recall(y, p, {threshold}),
          accuracy: accuracy(y, p, {threshold}),
          f1: f1Score(y, p, {threshold}),
          costPer100: 100 * (1 - accuracy(y, p, {threshold}))
        }
      );
    }
  });

  it("is by hand where one track in ten is a hit and a missed one costs three", () => {
    const scores = thresholdScores(HANDMADE, {baseRate: 0.1, falseHitCost: 2, missedHitCost: 3});
    // Of 100 tracks: 10 hits and 90 flops.
    assertScore(scores[0], {precision: 0.1, recall: 1, accuracy: 0.1, f1: 20 / 110, youden: 0, costPer100: 180});
    // 8 hits found; 90/4 = 22.5 false ones
    assertScore(scores[1], {threshold: 0.01, precision: 8 / 30.5, recall: 0.8, accuracy: 0.755, f1: 16 / 40.5});
    assertScore(scores[1], {youden: 0.55, costPer100: 2 * 22.5 + 3 * 2});
    assertScore(scores[2], {precision: 5 / 9.5, accuracy: 0.905, youden: 0.45, costPer100: 2 * 4.5 + 3 * 5});
    assertScore(scores[3], {precision: null, recall: 0, accuracy: 0.9, f1: 0, youden: 0, costPer100: 30});
  });

  it("is as if flops were counted that many times more", () => {
    const {y, p} = drawn(200);
    const {tp, fp} = countsOf(y, p);
    const rarer = thresholdScores({tp, fp: fp.map((count) => 7 * count)});
    const assumed = thresholdScores({tp, fp}, {baseRate: tp[0] / (tp[0] + 7 * fp[0])});
    rarer.forEach((score, t) => assertScore(assumed[t], score));
  });

  it("says null of what one class cannot tell", () => {
    const rest = {precision: null, accuracy: null, f1: null, youden: null, costPer100: null};
    assert.deepEqual(thresholdScores({tp: [2], fp: [0]}), [{threshold: 0, recall: 1, ...rest}]);
    assert.deepEqual(thresholdScores({tp: [0], fp: [2]}), [{threshold: 0, recall: null, ...rest}]);
  });

  it("refuses base rates of 0 and 1 and costs below 0", () => {
    for (const baseRate of [0, 1, NaN]) assert.throws(() => thresholdScores(HANDMADE, {baseRate}), /base rate in/);
    assert.throws(() => thresholdScores(HANDMADE, {falseHitCost: -1}), /costs of at least 0; got -1/);
    assert.throws(() => thresholdScores(HANDMADE, {missedHitCost: Infinity}), /costs of at least 0; got Infinity/);
  });
});

describe("bestThreshold(scores, criterion)", () => {
  it("picks by hand", () => {
    const even = thresholdScores(HANDMADE, {baseRate: 0.5});
    assert.equal(bestThreshold(even, "accuracy")!.threshold, 0.01); // .775 beside .725
    assert.equal(bestThreshold(even, "youden")!.threshold, 0.01);
    assert.equal(bestThreshold(even, "cost")!.threshold, 0.01);
    assert.equal(bestThreshold(even, "f1")!.threshold, 0.01); // 16/20.5 beside 10/15.5
    const rare = thresholdScores(HANDMADE, {baseRate: 0.1});
    assert.equal(bestThreshold(rare, "accuracy")!.threshold, 0.02);
    assert.equal(bestThreshold(rare, "youden")!.threshold, 0.01);
    const dear = thresholdScores(HANDMADE, {baseRate: 0.5, missedHitCost: 20});
    assert.equal(bestThreshold(dear, "cost")!.threshold, 0);
  });

  it("finds, where p keeps its promise, the threshold that costs ask for: 1 to 3 is p of 1/4", () => {
    const {y, p} = drawn(10_000);
    const scores = thresholdScores(countsOf(y, p), {falseHitCost: 1, missedHitCost: 3});
    assert.ok(Math.abs(bestThreshold(scores, "cost")!.threshold - 0.25) <= 0.04);
  });

  it("takes of equals the one nearest .5", () => {
    const counts = {tp: new Array<number>(101).fill(4), fp: Array.from({length: 101}, (_, t) => (t < 30 ? 4 : 1))};
    assert.equal(bestThreshold(thresholdScores(counts), "accuracy")!.threshold, 0.5);
    const early = {tp: counts.tp.map((count, t) => (t > 40 ? 0 : count)), fp: counts.fp};
    assert.equal(bestThreshold(thresholdScores(early), "cost")!.threshold, 0.4);
  });

  it("is null where the criterion is undefined, as with one class", () => {
    assert.equal(bestThreshold(thresholdScores({tp: [0], fp: [2]}), "f1"), null);
    assert.equal(bestThreshold([], "cost"), null);
  });
});
