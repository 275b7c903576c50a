import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {randomNormal} from "d3-random";
import {describe, it} from "vitest";
import {aucComponents} from "../../../lib/metrics/aucComponents.js";
import {aucInterval} from "../../../lib/metrics/aucInterval.js";
import {aucSpread} from "../../../lib/metrics/aucSpread.js";
import {compareAucs} from "../../../lib/metrics/compareAucs.js";
import {normalTails} from "../../../lib/metrics/normalTails.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";

const cases = JSON.parse(readFileSync(new URL("../../fixtures/metrics/aucs.json", import.meta.url), "utf8"));

function assertClose(actual: object | null, expected: Record<string, number>): void {
  assert.deepEqual(Object.keys(actual!), Object.keys(expected));
  for (const [key, value] of Object.entries(actual!)) {
    assert.ok(Math.abs(value - expected[key]) <= 1e-12, `${key} is ${value}, not ${expected[key]}`);
  }
}

/** Groups whose rows share their signal but for a little; p and q see it, each with errors a group shares. */
function drawn(seed: number, groups: number, size: number) {
  const normal = randomNormal.source(randomSource(seed))(0, 1);
  const y: number[] = [];
  const p: number[] = [];
  const q: number[] = [];
  for (let g = 0; g < groups; g++) {
    const [shared, errorOfP, errorOfQ] = [normal(), normal(), normal()];
    for (let i = 0; i < size; i++) {
      const signal = shared + 0.5 * normal();
      y.push(signal + 0.5 * normal() > 0 ? 1 : 0);
      p.push(sigmoid(signal + errorOfP + 0.5 * normal()));
      q.push(sigmoid(signal + errorOfQ + 0.5 * normal()));
    }
  }
  return {y, p, q, groups: y.map((_, i) => Math.floor(i / size))};
}

const SAMPLES = Array.from({length: 400}, (_, seed) => drawn(seed, 30, 4));
const POPULATION = drawn(1000, 20_000, 4);
const TRUTH = rocAuc(POPULATION.y, POPULATION.p)!;

describe("aucInterval(y, p, groups)", () => {
  for (const {name, y, p, groups, variance, interval} of cases) {
    it(`is the definition's, each pair visited: ${name}`, () => {
      assertClose(aucInterval(y, p, groups), interval);
      const spread = aucSpread(y, aucComponents(y, p)!.deviation, groups);
      assert.ok(Math.abs(spread.variance / variance - 1) <= 1e-12);
    });
  }

  it("holds the truth in 95 of 100 samples of rows alike in fours, and too seldom if they are taken for single", () => {
    const share = (grouped: boolean) => {
      const held = SAMPLES.filter(({y, p, groups}) => {
        const {low, high} = aucInterval(y, p, grouped ? groups : [...y.keys()]);
        return low! <= TRUTH && TRUTH <= high!;
      });
      return held.length / SAMPLES.length;
    };
    assert.ok(Math.abs(share(true) - 0.95) <= 0.025, `${share(true)}`);
    assert.ok(share(false) <= 0.9, `${share(false)}`);
  });

  it("has at 1 and 0 the Clopper-Pearson end of as many pairs as share no group", () => {
    const perfect = [0.9, 0.8, 0.7, 0.3, 0.2, 0.1];
    const y = [1, 1, 1, 0, 0, 0];
    // by hand: three pairs, A³ = .025 where A = .2924
    assertClose(aucInterval(y, perfect, [1, 2, 3, 4, 5, 6]), {value: 1, low: Math.cbrt(0.025), high: 1});
    const reversed = perfect.map((p) => 1 - p);
    assertClose(aucInterval(y, reversed, [1, 2, 3, 4, 5, 6]), {value: 0, low: 0, high: 1 - Math.cbrt(0.025)});
    assertClose(aucInterval(y, perfect, [1, 2, 3, 1, 2, 3]), {value: 1, low: 0.025, high: 1}); // three groups: one pair
    assertClose(aucInterval(y, perfect, [1, 1, 1, 4, 5, 6]), {value: 1, low: 0.025, high: 1});
    assertClose(aucInterval(y, perfect, [1, 1, 1, 1, 1, 1]), {value: 1, low: 0, high: 1});
  });

  it("knows nothing where one group holds all hits, or all flops, or all rows", () => {
    const y = [1, 1, 0, 0];
    const p = [0.9, 0.2, 0.3, 0.1];
    for (const groups of [
      ["a", "a", "b", "c"],
      ["a", "b", "c", "c"],
      ["a", "a", "a", "a"]
    ]) /* prettier-ignore */ {
      assertClose(aucInterval(y, p, groups), {value: 0.75, low: 0, high: 1});
    }
  });

  it("is .5 without doubt for a constant, and null with one class", () => {
    assertClose(aucInterval([1, 1, 0, 0], [0.4, 0.4, 0.4, 0.4], [1, 2, 3, 4]), {value: 0.5, low: 0.5, high: 0.5});
    assert.deepEqual(aucInterval([1, 1], [0.4, 0.5], [1, 2]), {value: null, low: null, high: null});
    assert.deepEqual(aucInterval([0, 0], [0.4, 0.5], [1, 2]), {value: null, low: null, high: null});
  });

  it("refuses what cannot be judged", () => {
    assert.throws(() => aucInterval([], [], []), /aucInterval requires at least one row; got none/);
    assert.throws(() => aucInterval([0, 1], [0.1, 0.2], [1]), /equal lengths; got y 2, groups 1/);
    assert.throws(() => aucInterval([0, 1], [0.1, NaN], [1, 2]), /p in \[0, 1\]; got NaN at row 1/);
  });
});

describe("compareAucs(y, p, q, groups)", () => {
  for (const {name, y, p, q, groups, difference} of cases) {
    it(`is the definition's, each pair visited: ${name}`, () => {
      assertClose(compareAucs(y, p, q, groups), difference);
      const {value, low, high, pValue} = difference;
      assertClose(compareAucs(y, q, p, groups), {value: -value, low: -high, high: -low, pValue});
    });
  }

  it("calls 5 of 100 samples different where both models are as good, more if rows are taken for single", () => {
    const called = (grouped: boolean) =>
      SAMPLES.filter(({y, p, q, groups}) => compareAucs(y, p, q, grouped ? groups : [...y.keys()])!.pValue < 0.05)
        .length / SAMPLES.length;
    assert.ok(Math.abs(called(true) - 0.05) <= 0.025, `${called(true)}`);
    assert.ok(called(false) >= 0.09, `${called(false)}`);
  });

  it("is no difference between a model and itself", () => {
    const {y, p, groups} = SAMPLES[0];
    assert.deepEqual(compareAucs(y, p, p, groups), {value: 0, low: 0, high: 0, pValue: 1});
  });

  it("claims nothing where nothing tells the variance", () => {
    const y = [1, 1, 0, 0];
    const unknown = {low: -1, high: 1, pValue: 1};
    const perfect = [0.9, 0.8, 0.3, 0.2];
    assert.deepEqual(compareAucs(y, perfect, [0.4, 0.4, 0.4, 0.4], [1, 2, 3, 4]), {value: 0.5, ...unknown});
    assert.deepEqual(compareAucs(y, perfect, [0.9, 0.1, 0.3, 0.2], [1, 1, 2, 3]), {value: 0.5, ...unknown});
  });

  it("is null with one class, and refuses a q of another length", () => {
    assert.equal(compareAucs([1, 1], [0.1, 0.2], [0.1, 0.2], [1, 2]), null);
    assert.throws(() => compareAucs([1, 0], [0.1, 0.2], [0.1], [1, 2]), /compareAucs requires equal lengths/);
  });
});

describe("normalTails(z)", () => {
  it("is scipy's 2 * norm.sf(abs(z))", () => {
    const expected: [number, number][] = [
      [0, 1],
      [-0.5, 0.6170750774519738],
      [1.959963984540054, 0.05],
      [-4, 6.334248366623973e-5],
      [7.9, 2.789034293318522e-15]
    ];
    for (const [z, tails] of expected) assert.ok(Math.abs(normalTails(z) - tails) <= 1e-15, `${z}: ${normalTails(z)}`);
    assert.equal(normalTails(Infinity), 0);
  });
});
