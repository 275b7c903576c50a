import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {findMeter} from "../../../lib/audio/findMeter.js";
import {selfSimilarity} from "../../../lib/audio/selfSimilarity.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const BEAT = 50; // frames

/** Two groups of pulses, each at its beats of a bar, the strength of every pulse up to so much off. */
function meterOf(beats: number, low: readonly number[], high: readonly number[], {seconds = 30, unrest = 0.2} = {}) {
  const random = randomSource(9);
  const groups = [low, high].map((at) => {
    return Float32Array.from({length: seconds * 100}, (_, i) => {
      const beat = Math.floor(i / BEAT) % beats;
      return i % BEAT < 3 && at.includes(beat) ? 3 * (1 + unrest * (2 * random() - 1)) : 0;
    });
  });
  return findMeter(selfSimilarity({groups, framesPerSecond: 100}), BEAT);
}

describe("findMeter", () => {
  it("findMeter(one low, two high) is three, and sure", () => {
    assert.deepEqual(meterOf(3, [0], [1, 2]), {beats: 3, sure: true});
  });

  it("findMeter(low and high in turn, or on one and three) is four, and sure", () => {
    assert.deepEqual(meterOf(4, [0, 2], [1, 3]), {beats: 4, sure: true});
    assert.deepEqual(meterOf(4, [0], [2]), {beats: 4, sure: true});
  });

  it("findMeter(beats all alike) is four, and not sure", () => {
    assert.deepEqual(meterOf(4, [0, 1, 2, 3], [0, 1, 2, 3]), {beats: 4, sure: false});
  });

  it("findMeter(threes that hardly show) is four, and not sure", () => {
    const {beats, sure} = meterOf(3, [0, 1, 2], [0, 1, 2], {unrest: 0.9});
    assert.deepEqual({beats, sure}, {beats: 4, sure: false});
  });

  it("findMeter(what is too short for a bar) is four, and not sure", () => {
    assert.deepEqual(meterOf(3, [0], [1, 2], {seconds: 2}), {beats: 4, sure: false});
  });
});
