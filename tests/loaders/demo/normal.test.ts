import assert from "node:assert/strict";
import {it} from "vitest";
import {drawArtists} from "../../../loaders/demo/drawArtists.js";
import {evenQuantiles} from "../../../loaders/demo/evenQuantiles.js";
import {marginalValue} from "../../../loaders/demo/marginalValue.js";
import {normalCdf} from "../../../loaders/demo/normalCdf.js";
import {normalQuantile} from "../../../loaders/demo/normalQuantile.js";
import {splitByShare} from "../../../loaders/demo/splitByShare.js";

// Expected values: scipy.stats.norm.
it("normalCdf(z) agrees with scipy to 1e-7", () => {
  const expected = [
    [-3, 0.0013498980316300933],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1.96, 0.9750021048517795],
    [5, 0.9999997133484281]
  ];
  for (const [z, p] of expected) assert.ok(Math.abs(normalCdf(z) - p) < 1e-7, `${z}`);
});

it("normalQuantile(p) agrees with scipy to 1e-5", () => {
  const expected = [
    [0.001, -3.090232306167813],
    [0.25, -0.6744897501960817],
    [0.5, 0],
    [0.975, 1.959963984540054]
  ];
  for (const [p, z] of expected) assert.ok(Math.abs(normalQuantile(p) - z) < 1e-4, `${p} ${normalQuantile(p)}`);
  for (const p of [0, 1, -1, NaN]) assert.throws(() => normalQuantile(p), RangeError);
});

it("evenQuantiles(values, n) runs from the smallest to the largest value", () => {
  assert.deepEqual(evenQuantiles([40, 10, 20, 30], 3), [10, 25, 40]);
});

it("marginalValue(marginal, u) interpolates quantiles and steps through shares", () => {
  const quantiles = {missing: 0, quantiles: [0, 10, 30]};
  assert.deepEqual(
    [0, 0.25, 0.5, 0.75, 1].map((u) => marginalValue(quantiles, u)),
    [0, 5, 10, 20, 30]
  );
  const few = {missing: 0, values: [3, 4, 5], shares: [0.25, 0.5, 0.25]};
  assert.deepEqual(
    [0, 0.24, 0.25, 0.74, 0.75, 1].map((u) => marginalValue(few, u)),
    [3, 3, 4, 4, 5, 5]
  );
  assert.throws(() => marginalValue({missing: 0}, 0.5), RangeError);
});

it("splitByShare(total, shares) sums to the total, the largest remainders first", () => {
  assert.deepEqual(splitByShare(10, [0.25, 0.25, 0.5]), [3, 2, 5]);
  assert.deepEqual(splitByShare(7, [1, 1, 1]), [3, 2, 2]);
});

it("drawArtists(tracks, quantiles, random) gives every track an artist, whole numbers of them", () => {
  assert.deepEqual([...drawArtists(7, [3, 3], () => 0.5)], [0, 0, 0, 1, 1, 1, 2]);
  assert.deepEqual([...drawArtists(0, [1, 9], () => 0.5)], []);
});
