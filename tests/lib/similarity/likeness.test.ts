import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {likeness, likenessWords, usualGaps, type UsualGaps} from "../../../lib/similarity/likeness.js";
import {placeTracks} from "../../../lib/similarity/placeTracks.js";

const upTo = (most: number) => Float64Array.from({length: 101}, (_, i) => (i * most) / 100);

describe("likeness(gaps, a, b)", () => {
  const features = ["tempo", "energy", "time_signature", "valence", "liveness", "mode", "loudness"];
  const fourBeats = Float64Array.from({length: 100}, (_, i) => (i < 80 ? 0 : 1));
  const gaps: UsualGaps = {
    features,
    gaps: [upTo(4), upTo(2), fourBeats, upTo(1), upTo(1), upTo(1), upTo(1)]
  };

  it("ranks each gap among the usual ones: a wide feature counts no more than a narrow one", () => {
    // Ranks: .1, .4, .4, .9, .2, .05, .99. Most tracks have four beats a bar, so that sharing them says little.
    const b = [0.4, 0.8, 0, 0.9, 0.2, 0.05, 0.99];
    assert.deepEqual(likeness(gaps, [0, 0, 0, 0, 0, 0, 0], b), {
      alike: ["mode", "tempo", "liveness"],
      apart: ["loudness", "valence"]
    });
  });

  it("names three of a kind at most, the most remarkable ones, and nothing that is unknown", () => {
    assert.deepEqual(likeness(gaps, [0, 0, 0, 0, 0, 0, NaN], [4, 1.9, NaN, 0.8, 0.99, 0.9, 1]), {
      alike: [],
      apart: ["tempo", "liveness", "energy"]
    });
  });

  it("measures keys around their circle, not along the numbers", () => {
    const space = {features: ["key"], mean: [0], sd: [1]};
    const keys = Float32Array.from({length: 240}, (_, i) => i % 12);
    const placed = placeTracks(space, {names: ["key"], columns: [keys], length: 240});
    const at = (key: number) => placed.coordinates.subarray(key * 2, key * 2 + 2);
    const usual = usualGaps(placed);
    assert.deepEqual(likeness(usual, at(0), at(11)), likeness(usual, at(0), at(1)));
    assert.deepEqual(likeness(usual, at(3), at(9)), {alike: [], apart: ["key"]});
    assert.deepEqual(likeness(usual, at(5), at(5)), {alike: ["key"], apart: []});
  });
});

describe("usualGaps(placed)", () => {
  const placed = {
    features: ["tempo", "energy"],
    length: 4,
    dimensions: 2,
    coordinates: Float32Array.of(0, NaN, 10, NaN, 0, NaN, 10, NaN)
  };

  it("draws the same pairs each time, ascending, and leaves out what is unknown", () => {
    const {gaps} = usualGaps(placed);
    assert.deepEqual(usualGaps(placed).gaps, gaps);
    assert.deepEqual([...new Set(gaps[0])], [0, 10]);
    const apart = gaps[0].filter((gap) => gap === 10).length / gaps[0].length;
    assert.ok(Math.abs(apart - 0.5) < 0.05, `${apart}`);
    assert.equal(gaps[1].length, 0);
  });

  it("says nothing of a feature of which nothing is known", () => {
    assert.deepEqual(likeness(usualGaps(placed), [0, 1], [40, 1]), {alike: [], apart: ["tempo"]});
  });
});

describe("likenessWords(likeness)", () => {
  it("lists features by their names", () => {
    assert.equal(
      likenessWords({alike: ["tempo", "acousticness"], apart: ["energy"]}),
      "alike in tempo and acousticness; apart in energy"
    );
    assert.equal(likenessWords({alike: [], apart: ["energy"]}), "apart in energy");
    assert.equal(likenessWords({alike: ["energy"], apart: []}), "alike in energy");
    assert.equal(likenessWords({alike: [], apart: []}), "neither very alike nor far apart in anything");
  });
});
