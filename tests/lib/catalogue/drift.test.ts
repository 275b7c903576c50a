import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {featureDrift} from "../../../lib/catalogue/featureDrift.js";
import {hitsAmong} from "../../../lib/catalogue/hitsAmong.js";
import {shiftWord, stabilityIndex} from "../../../lib/catalogue/stabilityIndex.js";
import {trainedFeature} from "../../../lib/catalogue/trainedFeature.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const near = (got: number, expected: number, error = 1e-12) =>
  assert.ok(Math.abs(got - expected) <= error, `${got}, not ${expected}`);
const uniform = (n: number, seed: number, scale = 1) => {
  const random = randomSource(seed);
  return Float32Array.from({length: n}, () => scale * random());
};

describe("trainedFeature(name, column)", () => {
  it("has a bin a value where these are few, and says what share is unknown", () => {
    const {values, below, upTo, edges, shares, missing, median, min, max} = trainedFeature(
      "mode",
      Float32Array.of(1, 0, 1, NaN, 1)
    );
    assert.deepEqual({values, below, upTo}, {values: [0, 1], below: [0, 0.25], upTo: [0.25, 1]});
    assert.deepEqual({edges, shares, missing, median}, {edges: [0], shares: [0.25, 0.75], missing: 0.2, median: 1});
    assert.deepEqual([min, max], [0, 1]);
  });

  it("has deciles where values are many, none of them empty, and one bin for what most tracks share", () => {
    const {edges, shares} = trainedFeature("energy", uniform(5000, 1));
    assert.equal(edges.length, 9);
    for (const share of shares) near(share, 0.1, 1e-3);
    const heaped = trainedFeature(
      "instrumentalness",
      uniform(1000, 2).map((x, i) => (i % 2 ? x : 0))
    );
    assert.equal(heaped.edges[0], 0);
    near(heaped.shares[0], 0.5);
    assert.ok(heaped.shares.every((share) => share > 0));
    near(
      heaped.shares.reduce((a, b) => a + b),
      1,
      1e-4
    );
  });

  it("knows nothing of a feature that no track knows", () => {
    const unknown = trainedFeature("tempo", Float32Array.of(NaN, NaN));
    assert.deepEqual([unknown.min, unknown.median, unknown.shares.length, unknown.missing], [null, null, 0, 1]);
    const {psi, ks, outside} = featureDrift(unknown, Float32Array.of(100, NaN));
    assert.deepEqual([psi, ks, outside], [null, null, 1]);
  });
});

describe("featureDrift(trained, column)", () => {
  const column = uniform(5000, 1).map((x, i) => (i < 2 ? i : x)); // from 0 to 1
  const trained = trainedFeature("energy", column);

  it("finds none in the tracks themselves", () => {
    const {psi, ks, missing, outside} = featureDrift(trained, column);
    near(psi!, 0, 1e-8);
    near(ks!, 0, 1e-5); // shares are rounded
    assert.deepEqual([missing, outside], [0, 0]);
  });

  it("finds the distance of the distributions, and what lies outside or is missing", () => {
    const half = Float32Array.from([...uniform(4000, 3, 0.5), 1.5, -1, NaN, NaN]);
    const {psi, ks, missing, outside} = featureDrift(trained, half);
    near(ks!, 0.5, 0.015); // sup |F - G| of uniforms on [0, 1] and [0, .5]
    assert.ok(psi! > 0.25);
    assert.deepEqual([missing, outside], [2, 2]);
  });

  it("finds a heap just below a value that most tracks share", () => {
    const values = uniform(1000, 5).map((x, i) => (i % 10 === 0 ? x / 10 : 1));
    near(featureDrift(trainedFeature("energy", values), new Float32Array(50).fill(0.99)).ks!, 0.9, 0.01);
  });
});

describe("stabilityIndex(expected, actual, songs)", () => {
  it("is the sum of (a - e) ln(a / e), and says how much", () => {
    near(stabilityIndex([0.5, 0.5], [0.25, 0.75], 100), -0.25 * Math.log(0.5) + 0.25 * Math.log(1.5));
    near(stabilityIndex([0.5, 0.5], [0, 1], 10), (0.05 - 0.5) * Math.log(0.1) + 0.5 * Math.log(2));
    assert.deepEqual([0.0999, 0.1, 0.25, 0.2501].map(shiftWord), ["little", "some", "some", "much"]);
    assert.throws(() => stabilityIndex([1], [0.5, 0.5], 2), {name: "RangeError"});
  });
});

describe("hitsAmong(p)", () => {
  it("is the binomial distribution where all are alike", () => {
    assert.deepEqual(hitsAmong(new Float64Array(10).fill(0.5)), {expected: 5, low: 2, high: 8}); // scipy.stats.binom.ppf
    assert.deepEqual(hitsAmong([0.2]), {expected: 0.2, low: 0, high: 1});
    assert.deepEqual(hitsAmong([1, 1, 0]), {expected: 2, low: 2, high: 2});
  });

  it("agrees with every outcome of three songs counted one by one", () => {
    const p = [0.97, 0.5, 0.01];
    const chances = [0, 0, 0, 0];
    for (let outcome = 0; outcome < 8; outcome++) {
      const hit = p.map((_, i) => (outcome >> i) & 1);
      chances[hit.reduce((a, b) => a + b)] += p.reduce((chance, q, i) => chance * (hit[i] ? q : 1 - q), 1);
    }
    const quantile = (share: number) =>
      chances.findIndex((_, k) => chances.slice(0, k + 1).reduce((a, b) => a + b) >= share);
    const {low, high} = hitsAmong(p);
    assert.deepEqual([low, high], [quantile(0.025), quantile(0.975)]);
  });

  it("goes on without a jump where it becomes the normal limit", () => {
    const p = Float64Array.from(uniform(4001, 4));
    const [exact, normal] = [hitsAmong(p.subarray(0, 4000)), hitsAmong(p)];
    assert.ok(Math.abs(exact.low - normal.low) <= 2 && Math.abs(exact.high - normal.high) <= 2);
  });
});
