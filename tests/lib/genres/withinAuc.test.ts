import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {compareWithin, withinAuc} from "../../../lib/genres/withinAuc.js";
import {aucInterval} from "../../../lib/metrics/aucInterval.js";
import {compareAucs} from "../../../lib/metrics/compareAucs.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const int = (...values: number[]) => Int32Array.from(values);
const upTo = (n: number) => Int32Array.from({length: n}, (_, i) => i);

/** n rows in five strata whose shares of hits and levels of p go together, though within them p tells nothing. */
function confounded(n: number, seed: number) {
  const random = randomSource(seed);
  const stratum = Int32Array.from({length: n}, (_, i) => i % 5);
  const y = Uint8Array.from(stratum, (s) => Number(random() < 0.1 + 0.15 * s));
  const p = Float64Array.from(stratum, (s) => (s + random()) / 5);
  return {y, p, stratum};
}

describe("withinAuc(y, p, stratum, groups)", () => {
  it("counts pairs of one stratum alone, by hand", () => {
    // Stratum 0: hits .9, .2; flops .5, .1: 3 of 4 right. Stratum 1: hit .3, flop .3: half of 1. Stratum 2 has no flop.
    const y = Uint8Array.of(1, 1, 0, 0, 1, 0, 1);
    const p = Float64Array.of(0.9, 0.2, 0.5, 0.1, 0.3, 0.3, 0);
    assert.equal(withinAuc(y, p, int(0, 0, 0, 0, 1, 1, 2), upTo(7)).value, 3.5 / 5);
  });

  it("is the AUC with its interval where all is one stratum, but for that stratum's own G / (G - 1)", () => {
    const {y, p} = confounded(400, 1);
    const [found, expected] = [withinAuc(y, p, new Int32Array(400), upTo(400)), aucInterval(y, p, upTo(400))];
    assert.equal(found.value, expected.value);
    assert.ok(Math.abs(found.low! - expected.low!) < 3e-4 && Math.abs(found.high! - expected.high!) < 3e-4);
    assert.ok(found.low! < expected.low!);
  });

  it("holds one half in about 95 of 100 samples where p only tells strata apart", () => {
    const inside = Array.from({length: 200}, (_, seed) => {
      const {y, p, stratum} = confounded(300, seed + 7);
      assert.ok(aucInterval(y, p, upTo(300)).low! > 0.6);
      const {low, high} = withinAuc(y, p, stratum, upTo(300));
      return Number(low! <= 0.5 && high! >= 0.5);
    }).reduce((a, b) => a + b);
    assert.ok(inside >= 182 && inside <= 199, `${inside} of 200`);
  });

  it("is undefined without a pair, and says nothing of the interval of a perfect order", () => {
    assert.equal(withinAuc(Uint8Array.of(1, 0), Float64Array.of(1, 0), int(0, 1), int(0, 1)).value, null);
    const perfect = withinAuc(Uint8Array.of(1, 0), Float64Array.of(1, 0), int(0, 0), int(0, 1));
    assert.deepEqual(perfect, {value: 1, low: 0, high: 1});
    assert.throws(() => withinAuc(Uint8Array.of(1), Float64Array.of(1), int(0), int()), /requires equal lengths/);
  });
});

describe("compareWithin(y, p, q, stratum, groups)", () => {
  it("is the difference of two AUCs within strata, tested over groups", () => {
    const {y, p, stratum} = confounded(400, 3);
    const q = p.map((value, i) => (value + y[i]) / 2);
    const groups = upTo(400).map((i) => i >> 1);
    const {value, low, high, pValue} = compareWithin(y, q, p, stratum, groups)!;
    const [ofQ, ofP] = [q, p].map((of) => withinAuc(y, of, stratum, groups).value!);
    assert.ok(Math.abs(value - (ofQ - ofP)) < 1e-12);
    assert.ok(low > 0.2 && high < 0.8 && pValue < 0.001);
    const one = compareWithin(y, q, p, new Int32Array(400), groups)!;
    assert.ok(Math.abs(one.value - compareAucs(y, q, p, groups)!.value) < 1e-12);
    assert.deepEqual(compareWithin(y, p, p, stratum, groups), {value: 0, low: 0, high: 0, pValue: 1});
    assert.equal(compareWithin(new Uint8Array(400), p, q, stratum, groups), null);
  });
});
