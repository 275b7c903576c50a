import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {conformalScores} from "../../../lib/conformal/conformalScores.js";
import {conformalThreshold} from "../../../lib/conformal/conformalThreshold.js";
import {conformalVerdicts} from "../../../lib/conformal/conformalVerdicts.js";
import {summariseVerdicts} from "../../../lib/conformal/summariseVerdicts.js";
import {verdictOf} from "../../../lib/conformal/verdictOf.js";
import {randomSource} from "../../../lib/random/randomSource.js";

/** Predictions that promise p and keep p², in five folds dealt at random. */
function drawn(seed: number, n: number) {
  const random = randomSource(seed);
  const p = Array.from({length: n}, () => random());
  return {p, y: p.map((value) => Number(random() < value ** 2)), parts: p.map(() => Math.floor(5 * random()))};
}

describe("conformalScores(y, p)", () => {
  it("is what the label was not given", () => {
    assert.deepEqual(conformalScores([1, 0, 1], [0.75, 0.75, 0]), Float64Array.of(0.25, 0.75, 1));
    assert.throws(() => conformalScores([1], [NaN]), /conformalScores requires p in \[0, 1\]; got NaN/);
  });
});

describe("conformalThreshold(scores, errorRate)", () => {
  it("is by hand the ⌈(n + 1)(1 − errorRate)⌉-th smallest", () => {
    const scores = [0.9, 0.1, 0.5, 0.3, 0.7, 0.2, 0.4, 0.6, 0.8]; // n + 1 = 10
    assert.equal(conformalThreshold(scores, 0.1), 0.9);
    assert.equal(conformalThreshold(scores, 0.11), 0.9);
    assert.equal(conformalThreshold(scores, 0.2), 0.8);
    assert.equal(conformalThreshold(scores, 0.25), 0.8);
    assert.equal(conformalThreshold(scores, 0.7), 0.3);
    assert.equal(conformalThreshold(scores, 0.99), 0.1);
  });

  it("lets any label conform where scores are too few for the rate", () => {
    assert.equal(conformalThreshold([0.1, 0.2, 0.3], 0.2), 1);
    assert.equal(conformalThreshold([0.1, 0.2, 0.3], 0.25), 0.3);
  });

  it("leaves scores in their order, and refuses none and rates that are none", () => {
    const scores = [0.3, 0.1];
    conformalThreshold(scores, 0.5);
    assert.deepEqual(scores, [0.3, 0.1]);
    assert.throws(() => conformalThreshold([], 0.1), /at least one score; got none/);
    for (const rate of [0, 1, NaN]) assert.throws(() => conformalThreshold([0.1], rate), /error rate in \(0, 1\)/);
  });
});

describe("verdictOf(p, threshold)", () => {
  it("says the label that conforms, and cannot tell where both do", () => {
    assert.deepEqual(
      [0.1, 0.39, 0.4, 0.5, 0.6, 0.61, 1].map((p) => verdictOf(p, 0.6)),
      [0, 0, -1, -1, -1, 1, 1]
    );
  });

  it("says the more probable one where neither conforms", () => {
    assert.deepEqual(
      [0.2, 0.4, 0.5, 0.6, 0.8].map((p) => verdictOf(p, 0.3)),
      [0, 0, 1, 1, 1]
    );
  });

  it("cannot tell anything at a threshold of 1", () => {
    for (const p of [0, 0.5, 1]) assert.equal(verdictOf(p, 1), -1);
  });
});

describe("conformalVerdicts({y, p, parts, rule, errorRate})", () => {
  it("covers at the promised rate, whatever p is worth: 90 % within chance, and 80 % and 60 %", () => {
    for (const errorRate of [0.1, 0.2, 0.4]) {
      const {y, p, parts} = drawn(1, 20_000);
      const {covered, verdict} = conformalVerdicts({y, p, parts, rule: "others", errorRate});
      const coverage = covered.reduce((sum, one) => sum + one, 0) / y.length;
      const least = 1 - errorRate - 0.007;
      assert.ok(coverage >= least, `${coverage} at ${errorRate}`);
      // Where no label is left out of an empty answer, coverage is no better than promised.
      if (verdict.includes(-1)) assert.ok(coverage <= 1 - errorRate + 0.007, `${coverage} at ${errorRate}`);
    }
  });

  it("judges each part by the threshold of the others' scores", () => {
    const {y, p, parts} = drawn(2, 300);
    const {verdict, covered, counted} = conformalVerdicts({y, p, parts, rule: "others", errorRate: 0.1});
    const others = y.map((_, i) => i).filter((i) => parts[i] !== 3);
    const threshold = conformalThreshold(
      others.map((i) => (y[i] === 1 ? 1 - p[i] : p[i])),
      0.1
    );
    parts.forEach((part, i) => {
      if (part === 3) assert.equal(verdict[i], verdictOf(p[i], threshold));
      assert.equal(covered[i], Number(verdict[i] !== 1 - y[i]));
      assert.equal(counted[i], 1);
    });
    assert.ok([-1, 0, 1].every((one) => verdict.includes(one)) && covered.includes(0));
  });

  it("is by hand for two parts of three, each other's worst score its threshold", () => {
    const y = [1, 0, 1, 1, 0, 0];
    const p = [0.2, 0.3, 0.9, 0.6, 0.4, 0.45]; // scores .8 .3 .1 and .4 .4 .45; the third of 4 · .75
    const parts = [0, 0, 0, 1, 1, 1];
    const {verdict, covered} = conformalVerdicts({y, p, parts, rule: "others", errorRate: 0.25});
    assert.deepEqual([...verdict], [0, 0, 1, -1, -1, -1]);
    assert.deepEqual([...covered], [0, 1, 1, 1, 1, 1]);
  });

  it("learns from the past alone if told so, and cannot tell nor count where there is none", () => {
    const y = [1, 0, 1, 0, 0];
    const p = [0.9, 0.2, 0.6, 0.4, 0.75];
    const parts = [1960, 1960, 1970, 1970, 1980];
    // by hand: from .1 and .2, the second smallest of 3 · .5 is .2; from .1 .2 .4 .4 the third of 2.5 is .4
    const {verdict, covered, counted} = conformalVerdicts({y, p, parts, rule: "past", errorRate: 0.5});
    assert.deepEqual([...verdict], [-1, -1, 1, 0, 1]);
    assert.deepEqual([...covered], [1, 1, 1, 1, 0]);
    assert.deepEqual([...counted], [0, 0, 1, 1, 1]);
  });

  it("refuses what cannot be judged", () => {
    const request = {y: [1], p: [0.5], parts: [0], rule: "others", errorRate: 0.1} as const;
    assert.throws(() => conformalVerdicts({...request, parts: []}), /equal lengths; got y 1, parts 0/);
    assert.throws(() => conformalVerdicts({...request, p: [2]}), /p in \[0, 1\]; got 2/);
    assert.throws(() => conformalVerdicts({...request, y: [1, 0], p: [0, 1], parts: [0, 1], errorRate: 1}), RangeError);
  });
});

describe("summariseVerdicts(verdicts, rows)", () => {
  const verdicts = {
    verdict: Int8Array.of(1, 0, -1, 1, -1, 1),
    covered: Uint8Array.of(1, 1, 1, 0, 1, 0),
    counted: Uint8Array.of(1, 1, 1, 1, 0, 1)
  };

  it("is by hand, rows that do not count left out", () => {
    const {coverage, ...others} = summariseVerdicts(verdicts);
    assert.deepEqual(others, {rows: 5, hit: 3 / 5, flop: 1 / 5, unsure: 1 / 5, accuracy: 1 / 2});
    // Wilson's of 3 in 5: (3 + z²/2 ± z √(3 · 2/5 + z²/4)) / (5 + z²), z² = 3.8415
    assert.deepEqual([coverage.value, coverage.low!.toFixed(4), coverage.high!.toFixed(4)], [0.6, "0.2307", "0.8824"]);
  });

  it("sums up some rows, and says null of none", () => {
    const some = summariseVerdicts(verdicts, Int32Array.of(2, 3, 4));
    assert.deepEqual([some.rows, some.coverage.value, some.unsure, some.accuracy], [2, 0.5, 0.5, 0]);
    assert.equal(summariseVerdicts(verdicts, [2]).accuracy, null);
    const coverage = {value: null, low: null, high: null};
    const none = {rows: 0, coverage, hit: 0, flop: 0, unsure: 1, accuracy: null};
    for (const rows of [[], [4]]) assert.deepEqual(summariseVerdicts(verdicts, rows), none);
  });
});
