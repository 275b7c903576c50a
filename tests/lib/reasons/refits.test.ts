import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {randomSource} from "../../../lib/random/randomSource.js";
import {direction} from "../../../lib/reasons/direction.js";
import {drawArtists} from "../../../lib/reasons/drawArtists.js";
import {tInterval, tQuantile} from "../../../lib/reasons/tInterval.js";

describe("direction(x, phi)", () => {
  it("is 1 where contributions rise with the value, -1 where they fall, missing values apart", () => {
    assert.equal(direction(Float32Array.of(1, 3, NaN, 2), Float64Array.of(-5, 9, -99, 0)), 1);
    assert.equal(direction(Float32Array.of(1, 3, NaN, 2), Float64Array.of(5, -9, 99, 0)), -1);
  });

  it("is 0 where either is constant", () => {
    assert.equal(direction(Float32Array.of(1, 1), Float64Array.of(0, 1)), 0);
    assert.equal(direction(Float32Array.of(1, 2, NaN), Float64Array.of(0, 0, 1)), 0);
  });

  it("refuses other lengths", () => {
    assert.throws(() => direction(new Float32Array(2), new Float64Array(1)), /^RangeError/);
  });
});

describe("drawArtists(groups, random)", () => {
  const draws =
    (...numbers: number[]) =>
    () =>
      numbers.shift()!;

  it("draws as many artists as there are, each with all its rows", () => {
    const groups = ["Abba", "Blur", "Abba", "Can"];
    assert.deepEqual(drawArtists(groups, draws(0.1, 0.9, 0.2)), Int32Array.of(0, 0, 2, 2, 3));
    assert.deepEqual(drawArtists(groups, draws(0.4, 0.5, 0.6)), Int32Array.of(1, 1, 1));
    assert.deepEqual(drawArtists(Int32Array.of(7, 7), draws(0)), Int32Array.of(0, 1));
  });

  it("gives the same rows to the same seed, and 1 − 1/e of the artists", () => {
    const groups = Array.from({length: 2000}, (_, i) => i >> 1);
    const rows = drawArtists(groups, randomSource(5));
    assert.deepEqual(drawArtists(groups, randomSource(5)), rows);
    assert.notDeepEqual(drawArtists(groups, randomSource(6)), rows);
    assert.equal(rows.length, 2000);
    const share = new Set(Array.from(rows, (row) => groups[row])).size / 1000;
    assert.ok(Math.abs(share - (1 - Math.exp(-1))) < 0.03, `${share}`);
  });

  it("refuses no rows", () => assert.throws(() => drawArtists([], draws()), /^RangeError: .* got none/));
});

describe("tQuantile(degrees)", () => {
  it("is scipy's t.ppf(.975) within 2e-4", () => {
    const scipy = [
      [1, 12.706204736432095],
      [2, 4.302652729911275],
      [3, 3.182446305284263],
      [4, 2.7764451051977987],
      [5, 2.5705818366147395],
      [6, 2.4469118487916806],
      [7, 2.3646242510102993],
      [9, 2.2621571627409915],
      [19, 2.093024054408263],
      [49, 2.009575234489209],
      [999, 1.9623414611334487]
    ];
    for (const [degrees, t] of scipy) {
      assert.ok(Math.abs(tQuantile(degrees) - t) < 2e-4, `${tQuantile(degrees)} of ${t}`);
    }
    assert.ok(Math.abs(tQuantile(19) - 2.093024054408263) < 2e-6);
  });
});

describe("tInterval(value, refits)", () => {
  it("stands around the value, t times the refits' deviation wide on each side", () => {
    // deviation of 1, 2, 3 is 1; two degrees of freedom
    assert.deepEqual(tInterval(10, [1, 2, 3]), {value: 10, low: 10 - 4.3027, high: 10 + 4.3027});
    const {value, low, high} = tInterval(0, Float64Array.of(0, 2)); // deviation √2, one degree
    assert.equal(value, 0);
    assert.ok(Math.abs(high - 12.7062 * Math.SQRT2) < 1e-9 && low === -high);
    assert.deepEqual(tInterval(3, [5, 5, 5]), {value: 3, low: 3, high: 3});
  });

  it("has no width without two refits", () => {
    for (const refits of [[], [7]]) assert.deepEqual(tInterval(3, refits), {value: 3, low: 3, high: 3});
  });
});
