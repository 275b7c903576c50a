import assert from "node:assert/strict";
import {randomNormal} from "d3-random";
import {describe, it} from "vitest";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {brierScore} from "../../../lib/metrics/brierScore.js";
import {compareMeans} from "../../../lib/metrics/compareMeans.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";

const MEASURES = {accuracy, logLoss, brier: brierScore};
const KEYS = ["accuracy", "logLoss", "brier"] as const;

/** Groups of rows that share their signal; p sees it through one unit of a group's own error, q through `errorOfQ`. */
function drawn(seed: number, groups: number, size: number, errorOfQ = 1) {
  const normal = randomNormal.source(randomSource(seed))(0, 1);
  const rows = Array.from({length: groups}, (_, group) => {
    const [shared, ofP, ofQ] = [normal(), normal(), errorOfQ * normal()];
    return Array.from({length: size}, () => {
      const y = shared + 0.5 * normal() > 0 ? 1 : 0;
      return {group, y, p: sigmoid(shared + ofP), q: sigmoid(shared + ofQ)};
    });
  }).flat();
  const column = (key: "group" | "y" | "p" | "q") => rows.map((row) => row[key]);
  return {y: column("y"), p: column("p"), q: column("q"), groups: column("group")};
}

describe("compareMeans(y, p, q, groups, {seed})", () => {
  it("measures the first model's mean minus the second's", () => {
    const {y, p, q, groups} = drawn(1, 40, 3, 2);
    const compared = compareMeans(y, p, q, groups, {seed: 1, replicates: 50});
    for (const key of KEYS) {
      const error = Math.abs(compared[key].value - (MEASURES[key](y, p) - MEASURES[key](y, q)));
      assert.ok(error <= 1e-12, `${key} is off by ${error}`);
    }
  });

  it("has the width theory gives: 2 · 1.96 √(Σ (group's sum − its rows · mean)²) / n, groups of 1 and of 15", () => {
    const large = drawn(2, 150, 15, 4);
    const single = drawn(3, 150, 1, 4);
    const [y, p, q] = (["y", "p", "q"] as const).map((key) => [...large[key], ...single[key]]);
    const groups = [...large.groups, ...single.groups.map((group) => 150 + group)];
    const {value, low, high} = compareMeans(y, p, q, groups, {seed: 1}).brier;
    const sums = new Float64Array(300);
    groups.forEach((g, i) => (sums[g] += (p[i] - y[i]) ** 2 - (q[i] - y[i]) ** 2 - value));
    const width = (2 * 1.96 * Math.sqrt(sums.reduce((squares, sum) => squares + sum ** 2, 0))) / y.length;
    assert.ok(Math.abs((high - low) / width - 1) <= 0.1, `${(high - low) / width}`);
  });

  it("calls 5 of 100 samples different where both models are as good, and holds 0 in the others", () => {
    const called = {accuracy: 0, logLoss: 0, brier: 0};
    for (let seed = 0; seed < 200; seed++) {
      const {y, p, q, groups} = drawn(seed, 60, 4);
      const compared = compareMeans(y, p, q, groups, {seed, replicates: 199});
      for (const key of KEYS) {
        const {low, high, pValue} = compared[key];
        if (pValue <= 0.05) called[key]++;
        if (pValue > 0.1) assert.ok(low <= 0 && 0 <= high, `${key}: ${low} to ${high} with ${pValue}`);
      }
    }
    for (const key of KEYS) assert.ok(Math.abs(called[key] / 200 - 0.05) <= 0.04, `${key}: ${called[key]} of 200`);
  });

  it("finds the better model, with the least p-value that 1,000 replicates can tell", () => {
    const {y, p, q, groups} = drawn(3, 300, 4, 3);
    const {accuracy, logLoss, brier} = compareMeans(y, p, q, groups, {seed: 1});
    assert.ok(accuracy.low > 0 && logLoss.high < 0 && brier.high < 0);
    for (const {pValue} of [accuracy, logLoss, brier]) assert.equal(pValue, 2 / 1001);
    const reversed = compareMeans(y, q, p, groups, {seed: 1}).brier;
    assert.deepEqual(
      [reversed.value, reversed.low, reversed.high].map((end) => end.toFixed(12)),
      [-brier.value, -brier.high, -brier.low].map((end) => end.toFixed(12))
    );
  });

  it("calls p of .5 a hit", () => {
    assert.equal(compareMeans([1, 0], [0.5, 0.4], [0.49, 0.4], [1, 2], {seed: 1}).accuracy.value, 0.5);
  });

  it("is no difference between a model and itself, nor known of one group", () => {
    const same = compareMeans([1, 0], [0.6, 0.7], [0.6, 0.7], [1, 2], {seed: 1, replicates: 9});
    assert.deepEqual(same.logLoss, {value: 0, low: 0, high: 0, pValue: 1});
    assert.equal(compareMeans([1, 0], [0.6, 0.7], [0.1, 0.2], ["a", "a"], {seed: 1}).brier.pValue, 1);
  });

  it("gives the same to the same seed", () => {
    const {y, p, q, groups} = drawn(1, 40, 3);
    const once = (seed: number) => compareMeans(y, p, q, groups, {seed, replicates: 20});
    assert.deepEqual(once(1), once(1));
    assert.notDeepEqual(once(2), once(1));
  });

  it("refuses what cannot be compared", () => {
    assert.throws(() => compareMeans([], [], [], [], {seed: 1}), /compareMeans requires at least one row/);
    assert.throws(() => compareMeans([1, 0], [0, 1], [0], [1, 2], {seed: 1}), /equal lengths; got y 2, p 1/);
    assert.throws(() => compareMeans([1], [0], [2], [1], {seed: 1}), /p in \[0, 1\]; got 2/);
    assert.throws(() => compareMeans([1], [0], [1], [1], {seed: 1, replicates: 0}), /replicates; got 0/);
  });
});
