import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {applyIsotonic} from "../../../lib/calibration/applyIsotonic.js";
import {applyPlatt} from "../../../lib/calibration/applyPlatt.js";
import {crossCalibrate} from "../../../lib/calibration/crossCalibrate.js";
import {fitIsotonic} from "../../../lib/calibration/fitIsotonic.js";
import {fitPlatt} from "../../../lib/calibration/fitPlatt.js";
import {learnFrom} from "../../../lib/calibration/learnFrom.js";
import {expectedCalibrationError} from "../../../lib/metrics/expectedCalibrationError.js";
import {randomSource} from "../../../lib/random/randomSource.js";

/** Predictions that promise p and keep p². */
function drawn(n: number) {
  const random = randomSource(5);
  const p = Array.from({length: n}, () => random());
  const y = p.map((value) => Number(random() < value ** 2));
  return {p, y, parts: p.map((_, i) => i % 5)};
}

describe("learnFrom(parts, rule)", () => {
  const parts = [1970, 1960, 1980, 1970];
  const plain = (rule: "others" | "past") =>
    learnFrom(parts, rule).map(({part, rows, from}) => [part, [...rows], [...from]]);

  it("gives each part all others", () => {
    assert.deepEqual(plain("others"), [
      [1960, [1], [0, 2, 3]],
      [1970, [0, 3], [1, 2]],
      [1980, [2], [0, 1, 3]]
    ]);
  });

  it("gives each part the ones before it, the first none", () => {
    assert.deepEqual(plain("past"), [
      [1960, [1], []],
      [1970, [0, 3], [1]],
      [1980, [2], [0, 1, 3]]
    ]);
  });

  it("knows no parts without rows, and refuses NaN", () => {
    assert.deepEqual(learnFrom([], "others"), []);
    assert.throws(() => learnFrom([1, NaN], "past"), /learnFrom requires a part for each row; got NaN at row 1/);
  });
});

describe("crossCalibrate(p, y, parts, {method, rule})", () => {
  it("maps each part by what the others teach, and mends what the model promises", () => {
    const {p, y, parts} = drawn(2000);
    for (const method of ["platt", "isotonic"] as const) {
      const calibrated = crossCalibrate(p, y, parts, {method, rule: "others"});
      const others = p.map((_, i) => i).filter((i) => parts[i] !== 3);
      const [from, of] = [others.map((i) => p[i]), others.map((i) => y[i])];
      const apply = (asked: number[]) =>
        method === "platt" ? applyPlatt(fitPlatt(from, of), asked) : applyIsotonic(fitIsotonic(from, of), asked);
      const own = p.map((_, i) => i).filter((i) => parts[i] === 3);
      assert.deepEqual(
        own.map((i) => calibrated[i]),
        [...apply(own.map((i) => p[i]))]
      );
      const [before, after] = [p, calibrated].map((values) => expectedCalibrationError(y, values));
      assert.ok(before > 0.14 && after < 0.05, `${method}: ${before} to ${after}`);
    }
  });

  it("gives no row a say in its own p", () => {
    const {p, y, parts} = drawn(100);
    for (const method of ["platt", "isotonic"] as const) {
      for (const rule of ["others", "past"] as const) {
        const before = crossCalibrate(p, y, parts, {method, rule});
        const turned = y.map((label, i) => (parts[i] === 2 ? 1 - label : label));
        const after = crossCalibrate(p, turned, parts, {method, rule});
        parts.forEach((part, i) => {
          const learnsFrom2 = rule === "others" ? part !== 2 : part > 2;
          if (!learnsFrom2) assert.equal(after[i], before[i]);
        });
        assert.notDeepEqual(after, before);
      }
    }
  });

  it("keeps p where there is nothing to learn from", () => {
    const {p, y, parts} = drawn(100);
    const calibrated = crossCalibrate(p, y, parts, {method: "isotonic", rule: "past"});
    parts.forEach((part, i) => part === 0 && assert.equal(calibrated[i], p[i]));
    assert.deepEqual([...crossCalibrate([0.3], [1], [7], {method: "platt", rule: "others"})], [0.3]);
  });

  it("refuses what cannot be calibrated", () => {
    const options = {method: "platt", rule: "others"} as const;
    assert.throws(() => crossCalibrate([0.1], [1], [1, 2], options), /equal lengths; got y 1, parts 2/);
    assert.throws(() => crossCalibrate([], [], [], options), /at least one row; got none/);
    assert.throws(() => crossCalibrate([0.1], [1], [NaN], options), /a part for each row; got NaN/);
  });
});
