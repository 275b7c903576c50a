import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {brierScore} from "../../../lib/metrics/brierScore.js";
import {confusionMatrix} from "../../../lib/metrics/confusionMatrix.js";
import {expectedCalibrationError} from "../../../lib/metrics/expectedCalibrationError.js";
import {f1Score} from "../../../lib/metrics/f1Score.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {precision} from "../../../lib/metrics/precision.js";
import {recall} from "../../../lib/metrics/recall.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";

type Score = (y: ArrayLike<number>, p: ArrayLike<number>, options?: {threshold?: number}) => number | null;

const SCORES: Readonly<Record<string, Score>> = {
  accuracy,
  precision,
  recall,
  f1: f1Score,
  auc: rocAuc,
  averagePrecision,
  logLoss,
  brier: brierScore,
  ece: (y, p) => expectedCalibrationError(y, p)
};

const cases = JSON.parse(readFileSync(new URL("../../fixtures/metrics/metrics.json", import.meta.url), "utf8"));

describe("scores of predictions", () => {
  for (const [name, score] of Object.entries(SCORES)) {
    for (const {name: kind, y, p, threshold, [name]: expected} of cases) {
      it(`${name}(y, p) is scikit-learn's: ${kind}`, () => {
        const error = Math.abs(score(y, p, {threshold})! - expected);
        assert.ok(error <= 1e-12, `off by ${error}`);
      });
    }

    it(`${name}(y, p) refuses no rows, other lengths, NaN and values out of range`, () => {
      const refusals: [number[], number[]][] = [
        [[], []],
        [[0, 1], [0.5]],
        [
          [0, 1],
          [0.5, NaN]
        ],
        [
          [0, 1],
          [0.5, 1.01]
        ],
        [
          [0, 2],
          [0.5, 0.5]
        ]
      ];
      for (const [y, p] of refusals)
        assert.throws(() => score(y, p), {name: "RangeError", message: / requires .*; got /});
    });

    it(`${name}(y, p) does not depend on the order of rows`, () => {
      const {y, p, threshold} = cases[1];
      const reversed = score([...y].reverse(), [...p].reverse(), {threshold})!;
      assert.ok(Math.abs(reversed - score(y, p, {threshold})!) <= 1e-12);
    });
  }

  it("confusionMatrix(y, p) is scikit-learn's", () => {
    for (const {y, p, threshold, confusion} of cases) {
      assert.deepEqual(confusionMatrix(y, p, {threshold}), confusion);
    }
  });

  it("confusionMatrix(y, p) takes p at the threshold for a predicted hit", () => {
    assert.deepEqual(confusionMatrix([1, 0, 1, 0], [0.5, 0.5, 0.49, 0.49]), {tp: 1, fp: 1, fn: 1, tn: 1});
    assert.throws(() => confusionMatrix([1], [1], {threshold: NaN}), /threshold in \[0, 1\]; got NaN/);
  });

  it("rocAuc(y, p) counts ties half", () => {
    // Pairs hit-flop: .8>.4, .8>.3, .4=.4, .4>.3: 3.5 of 4.
    assert.equal(rocAuc([1, 1, 0, 0], [0.8, 0.4, 0.4, 0.3]), 3.5 / 4);
    assert.equal(rocAuc([1, 0, 1], [0.5, 0.5, 0.5]), 0.5);
  });

  it("averagePrecision(y, p) lets rows of equal p enter together", () => {
    // At .8: recall 1/2 with precision 1. At .4: recall 1 with precision 2/3.
    assert.equal(averagePrecision([1, 1, 0, 0], [0.8, 0.4, 0.4, 0.3]), 0.5 * 1 + 0.5 * (2 / 3));
  });

  it("logLoss(y, p) of a certain and wrong row is 52 ln 2", () => {
    assert.equal(logLoss([0], [1]), 52 * Math.LN2);
    assert.equal(logLoss([1], [0]), 52 * Math.LN2);
  });

  it("expectedCalibrationError(y, p) by hand, 1 lying in the last bin", () => {
    // Bin [.5, 1] holds .6 and 1 with one hit: gap |1.6 - 1|; bin [0, .5) holds .1 with none: gap .1.
    const error = expectedCalibrationError([1, 0, 0], [0.6, 1, 0.1], {bins: 2});
    assert.ok(Math.abs(error - (0.6 + 0.1) / 3) <= 1e-15, `${error}`);
    assert.throws(() => expectedCalibrationError([1], [1], {bins: 0}), /positive integer of bins; got 0/);
  });

  it("undefined scores are null, never NaN", () => {
    assert.equal(precision([1, 0], [0.1, 0.2]), null);
    assert.equal(recall([0, 0], [0.9, 0.2]), null);
    assert.equal(f1Score([0, 0], [0.1, 0.2]), null);
    assert.equal(f1Score([1, 0], [0.1, 0.2]), 0);
    assert.equal(rocAuc([1, 1], [0.1, 0.2]), null);
    assert.equal(rocAuc([0, 0], [0.1, 0.2]), null);
    assert.equal(averagePrecision([0, 0], [0.1, 0.2]), null);
  });
});
