import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {thresholdScores} from "../../../lib/metrics/thresholdScores.js";
import {costWords, thresholdWords} from "../../../lib/wire/thresholdWords.js";

/** A model that gives 80 of 100 hits and 10 of 100 flops 70 %, and the rest 20 %. */
const counts = {
  tp: Array.from({length: 101}, (_, t) => (t <= 20 ? 100 : t <= 70 ? 80 : 0)),
  fp: Array.from({length: 101}, (_, t) => (t <= 20 ? 100 : t <= 70 ? 10 : 0))
};
const words = (threshold: number, baseRate: number, missedHitCost = 1) =>
  thresholdWords(thresholdScores(counts, {baseRate, missedHitCost})[threshold], {
    studyShare: 0.5,
    baseRate,
    missedHitCost
  }).map((sentence) => sentence.replaceAll("\u00a0", " "));

describe("thresholdWords(score, place)", () => {
  it("says what a call is worth at the study's own share of hits", () => {
    assert.deepEqual(words(50, 0.5), [
      "Of 100 songs called hits, 89 would be; 80 of 100 hits would be found.", // .4 / .45
      "85 % of all calls would be right; calling none a hit, 50 %.",
      "Wrong calls would cost as much as 15 false hits in 100 songs; calling none a hit, 50."
    ]);
  });

  it("shifts the probability to a real base rate, where most calls turn out wrong", () => {
    assert.deepEqual(words(50, 0.01, 10), [
      "Where 1 % of the songs are hits, this study’s 50 % means 1 %.",
      "Of 100 songs called hits, 7 would be; 80 of 100 hits would be found.", // .008 / .107
      "90 % of all calls would be right; calling none a hit, 99 %.",
      "Wrong calls would cost as much as 12 false hits in 100 songs; calling none a hit, 10." // 9.9 + 2
    ]);
  });

  it("takes the study's share, rounded, for the same share", () => {
    assert.equal(words(50, 0.49)[0].startsWith("Of 100"), true);
    assert.equal(words(50, 0.48)[0].startsWith("Where 48 %"), true);
  });

  it("says so where nothing is called, and nothing with one class", () => {
    assert.equal(words(90, 0.5)[0], "No song would be called a hit.");
    const oneClass = thresholdScores({tp: counts.tp, fp: counts.fp.map(() => 0)});
    assert.deepEqual(thresholdWords(oneClass[50], {studyShare: 0.99, baseRate: 0.5, missedHitCost: 1}), []);
  });

  it("rounds no count to none or all", () => {
    const [score] = thresholdScores(counts, {baseRate: 0.5});
    const said = (precision: number, recall: number) =>
      thresholdWords({...score, precision, recall}, {studyShare: 0.5, baseRate: 0.5, missedHitCost: 1})[0];
    assert.match(said(0.001, 0.999), /songs called hits, fewer than 1 would be; more than 99 of 100 hits/);
    assert.match(said(0, 1), /songs called hits, 0 would be; 100 of 100 hits/);
  });
});

it("costWords(cost) says how dear a missed hit is", () => {
  assert.deepEqual([1, 5, 0.2, 0.05, 2.5].map(costWords), [
    "as much as a false hit",
    "5 times a false hit",
    "1/5 of a false hit",
    "1/20 of a false hit",
    "2.5 times a false hit"
  ]);
});
