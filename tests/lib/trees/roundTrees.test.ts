import assert from "node:assert/strict";
import {gzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {decodeTrees} from "../../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../../lib/trees/encodeTrees.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {roundTrees} from "../../../lib/trees/roundTrees.js";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {handmade} from "./handmade.js";
import {tracksLike} from "./tracksLike.js";

const {X, y} = tracksLike(1500, 9);
const fitted = fitBoosted(X, y, {seed: 3, rounds: 30});
const rounded = roundTrees(fitted);

/** What is left of a leaf's value and cover. */
function leafOf(value: number, cover: number) {
  const rounded = roundTrees({
    ...handmade,
    value: handmade.value.slice().fill(value),
    cover: handmade.cover.slice().fill(cover)
  });
  const leaf = handmade.left.indexOf(-1);
  return {value: rounded.value[leaf], cover: rounded.cover[leaf]};
}

describe("roundTrees(ensemble)", () => {
  it("keeps 10 bits of a value and 7 of a cover, halves going up", () => {
    for (const [given, kept] of [
      [1023, 1023],
      [1025, 1026],
      [1026, 1026],
      [2047, 2048], // carries
      [-1025, -1026],
      [2 ** -20 * 1024.9, 2 ** -10],
      [0, 0]
    ]) {
      assert.equal(leafOf(given, 1).value, kept, String(given));
    }
    for (const [given, kept] of [
      [127, 127],
      [129, 130],
      [128.9, 128],
      [255, 256],
      [10.125, 10.125],
      [10.18, 10.125]
    ]) {
      assert.equal(leafOf(1, given).cover, kept, String(given));
    }
  });

  it("changes values by at most 2^-10 of them and covers by 2^-7, and nothing else", () => {
    rounded.value.forEach((value, i) => {
      assert.ok(Math.abs(value - fitted.value[i]) <= 2 ** -10 * Math.abs(fitted.value[i]), `value ${value}`);
      assert.ok(Math.abs(rounded.cover[i] - fitted.cover[i]) <= 2 ** -7 * fitted.cover[i], `cover ${rounded.cover[i]}`);
    });
    assert.notDeepEqual(rounded.value, fitted.value);
    assert.deepEqual({...rounded, value: fitted.value, cover: fitted.cover}, fitted);
  });

  it("sums covers of inner nodes and leaves its input alone", () => {
    const before = structuredClone(fitted);
    roundTrees(fitted);
    assert.deepEqual(fitted, before);
    rounded.left.forEach((left, i) => {
      if (left >= 0) assert.equal(rounded.cover[i], Math.fround(rounded.cover[left] + rounded.cover[rounded.right[i]]));
    });
  });

  it("gives a model that page and XGBoost's file hold to the bit, in seven tenths of the bytes", () => {
    assert.deepEqual(roundTrees(rounded), rounded);
    assert.deepEqual(decodeTrees(encodeTrees(rounded)), {...rounded, gain: rounded.gain.map(() => 0)});
    const reread = readXgboost(JSON.parse(JSON.stringify(writeXgboost(rounded))));
    assert.deepEqual(reread, rounded);
    assert.deepEqual(predictMargins(reread, X), predictMargins(rounded, X));
    const size = (e: typeof fitted) => gzipSync(encodeTrees(e), {level: 9}).length;
    assert.ok(size(rounded) < 0.7 * size(fitted), `${size(rounded)} of ${size(fitted)} bytes`);
  });

  it("keeps as many bits as it is told", () => {
    const coarse = roundTrees(fitted, {valueBits: 3, coverBits: 2});
    const bitsOf = (values: Float32Array, kept: number) =>
      new Uint32Array(values.buffer).every((word) => word % 2 ** (24 - kept) === 0);
    assert.ok(bitsOf(coarse.value, 3) && !bitsOf(coarse.value, 2));
    const leaves = coarse.cover.filter((_, i) => coarse.left[i] < 0);
    assert.ok(bitsOf(leaves, 2) && !bitsOf(leaves, 1));
    assert.deepEqual(roundTrees(fitted, {valueBits: 10, coverBits: 7}), rounded);
    for (const bits of [0, 24, 3.5, NaN]) {
      assert.throws(() => roundTrees(fitted, {valueBits: bits}), /^RangeError: roundTrees requires 1 to 23 bits; got /);
      assert.throws(() => roundTrees(fitted, {coverBits: bits}), /1 to 23 bits/);
    }
  });

  it("refuses trees whose children stand before their parents", () => {
    const left = handmade.left.map((child, i) => (child >= 0 && i > 0 ? 0 : child));
    assert.throws(
      () => roundTrees({...handmade, left}),
      /^RangeError: roundTrees requires children behind their parents; got 0, /
    );
  });
});
