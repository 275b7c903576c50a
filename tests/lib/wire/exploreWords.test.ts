import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {FeatureSummary, TrendPoint} from "../../../lib/wire/ExploreData.js";
import {exploreWords} from "../../../lib/wire/exploreWords.js";

const point = (hit: number | null, flop: number | null): TrendPoint => ({
  decade: 2010,
  hit: [hit, hit, hit],
  flop: [flop, flop, flop]
});

function summary(name: string, auc: number | null, trend: TrendPoint[] = [point(0.7, 0.5)]): FeatureSummary {
  return {name, edges: [0, 1], hits: [1], flops: [1], auc, trend};
}

describe("exploreWords(explore)", () => {
  it("names the most telling feature, which way it points, and the last decade's medians", () => {
    const features = [
      summary("energy", 0.55),
      summary("instrumentalness", 0.3, [point(0.9, 0.8), point(0.0004, 0.21)]),
      summary("danceability", 0.65)
    ];
    const {finding, lede} = exploreWords({features, tracks: 12_345});
    assert.equal(finding, "Hits have a lower instrumentalness than flops");
    assert.equal(
      lede,
      "Of 3 features, instrumentalness alone ranks a random hit and a random flop of the 12,345 tracks apart 70 % of " +
        "the time; danceability comes next with 65 %. In the 2010s the median hit has < 0.01, the median flop 0.21."
    );
  });

  it("says higher where the feature ranks hits above", () => {
    const {finding} = exploreWords({features: [summary("energy", 0.4), summary("loudness", 0.8)], tracks: 9});
    assert.equal(finding, "Hits have a higher loudness than flops");
  });

  it("leaves medians out where a decade lacks hits or flops, or no decade is known", () => {
    for (const trend of [[point(null, 0.5)], [point(0.5, null)], []]) {
      const {lede} = exploreWords({features: [summary("energy", 0.8, trend), summary("key", null)], tracks: 9});
      assert.ok(lede.endsWith("key comes next with 50 %."), lede);
    }
  });

  it("claims nothing where no feature tells hits from flops", () => {
    const features = [summary("energy", null, []), summary("key", 0.5)];
    const {finding, lede} = exploreWords({features, tracks: 1_000});
    assert.equal(finding, "No single feature tells hits from flops");
    assert.match(lede, /^None of 2 features .* 1,000 tracks/);
  });
});
