import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {shiftPrior} from "../../../lib/calibration/shiftPrior.js";

describe("shiftPrior(p, from, to)", () => {
  it("is by hand: even odds among 1 in 2 are 1 in 10 where 1 in 10 is a hit", () => {
    assert.ok(Math.abs(shiftPrior(0.5, 0.5, 0.1) - 0.1) <= 1e-15);
    // odds 4 · (1/3) / (2/3) = 2
    assert.ok(Math.abs(shiftPrior(0.8, 2 / 5, 1 / 4) - 2 / 3) <= 1e-15);
  });

  it("is Bayes' rule: what it says of a sound is the share of hits among tracks of that sound", () => {
    const [soundOfHits, soundOfFlops] = [0.3, 0.05];
    const among = (rate: number) => (rate * soundOfHits) / (rate * soundOfHits + (1 - rate) * soundOfFlops);
    assert.ok(Math.abs(shiftPrior(among(0.5), 0.5, 0.02) - among(0.02)) <= 1e-15);
  });

  it("stays where shares are equal, at 0 and at 1, and comes back", () => {
    for (const p of [0, 1e-9, 0.4, 1]) {
      assert.ok(Math.abs(shiftPrior(p, 0.3, 0.3) - p) <= 1e-15);
      assert.ok(Math.abs(shiftPrior(shiftPrior(p, 0.3, 0.01), 0.01, 0.3) - p) <= 1e-12);
    }
    assert.equal(shiftPrior(0, 0.5, 0.99), 0);
    assert.equal(shiftPrior(1, 0.5, 0.01), 1);
  });

  it("refuses what is no probability, and shares of 0 and 1", () => {
    assert.throws(() => shiftPrior(NaN, 0.5, 0.5), /p in \[0, 1\]; got NaN/);
    assert.throws(() => shiftPrior(1.1, 0.5, 0.5), RangeError);
    for (const share of [0, 1, NaN]) {
      assert.throws(() => shiftPrior(0.5, share, 0.5), /shares of hits in \(0, 1\)/);
      assert.throws(() => shiftPrior(0.5, 0.5, share), /shares of hits in \(0, 1\)/);
    }
  });
});
