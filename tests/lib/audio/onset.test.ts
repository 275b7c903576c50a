import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {levelOnsets} from "../../../lib/audio/levelOnsets.js";
import {onsetStrength, type OnsetStrength} from "../../../lib/audio/onsetStrength.js";
import {selfSimilarity} from "../../../lib/audio/selfSimilarity.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {addNote, addStroke, STROKES, type Tape} from "../../fixtures/audio/voices.js";

const RATE = 22_050;

function tape(seconds: number): Tape {
  return {samples: new Float32Array(Math.round(seconds * RATE)), sampleRateHz: RATE, random: randomSource(3)};
}

function onsetsOf(mono: Float32Array, rate = RATE): OnsetStrength {
  const finding = onsetStrength(mono, rate);
  let step = finding.next();
  while (!step.done) step = finding.next();
  return step.value;
}

const total = ({groups}: OnsetStrength) => groups[0].map((_, i) => groups.reduce((sum, group) => sum + group[i], 0));

describe("onsetStrength", () => {
  it("onsetStrength(strokes) peaks where they are struck, soft ones too", () => {
    const music = tape(4);
    const times = [0.5, 1.1, 1.9, 2.6, 3.3];
    for (const [i, at] of times.entries()) addStroke(music, at, i % 2 ? STROKES.hat : STROKES.kick, i === 2 ? 0.2 : 1);
    const onsets = onsetsOf(music.samples);
    const strength = total(onsets);
    for (const at of times) {
      const near = strength.map((value, i) => (Math.abs(i / onsets.framesPerSecond - at) < 0.25 ? value : 0));
      const peak = near.indexOf(Math.max(...near)) / onsets.framesPerSecond;
      assert.ok(peak > at - 0.06 && peak < at + 0.03, `${at} s found at ${peak} s`); // windows begin before their sound
    }
  });

  it("onsetStrength(sound) hears low and high sounds in different groups", () => {
    const [low, high] = [STROKES.softKick, STROKES.hat].map((stroke) => {
      const music = tape(1);
      addStroke(music, 0.5, stroke, 1);
      return onsetsOf(music.samples).groups.map((group) => Math.max(...group));
    });
    assert.ok(low[0] > 4 * high[0] && high[5] > 4 * low[5], `${low} and ${high}`);
  });

  it("onsetStrength(a voice that slides) stays far below that of a voice that sets in", () => {
    const note = {hz: 300, seconds: 3, gain: 0.3, attack: 0.01, decay: Infinity, partials: 8, darkness: 1};
    const music = tape(4);
    addNote(music, 0.5, {...note, vibrato: 0.03});
    const onsets = onsetsOf(music.samples);
    const strength = total(onsets);
    const from = Math.round(onsets.framesPerSecond);
    const sliding = Math.max(...strength.subarray(from, 3 * from));
    assert.ok(sliding < 0.05 * Math.max(...strength.subarray(0, from)), `${sliding}`);
  });

  it("onsetStrength(sound) does not depend on the sound's loudness", () => {
    const music = tape(1);
    addStroke(music, 0.5, STROKES.snare, 1);
    const [loud, soft] = [1, 0.01].map((gain) => total(onsetsOf(music.samples.map((x) => gain * x))));
    loud.forEach((value, i) => assert.ok(Math.abs(value - soft[i]) < 1e-3 * (1 + value)));
  });

  it("onsetStrength(silence) is 0, of next to nothing has no frames, and tells how far it is", () => {
    assert.ok(total(onsetsOf(new Float32Array(RATE))).every((value) => value === 0));
    assert.equal(onsetsOf(new Float32Array(100)).groups[0].length, 0);
    const told = [...onsetStrength(new Float32Array(20 * RATE), RATE)].map(({done}) => done);
    assert.ok(told.length >= 3 && told.every((done, i) => done > (told[i - 1] ?? 0)) && told.at(-1) === 1, `${told}`);
  });

  it("onsetStrength(sound) refuses samples that are no numbers", () => {
    for (const bad of [NaN, Infinity]) {
      assert.throws(() => onsetsOf(new Float32Array(RATE).with(99, bad)), /requires samples that are numbers/);
    }
  });
});

describe("levelOnsets", () => {
  it("levelOnsets(onsets) makes a soft part count as much as a loud one, and next to nothing for nothing", () => {
    const frames = 2000;
    const pulses = (gain: (i: number) => number) =>
      Float32Array.from({length: frames}, (_, i) => (i % 40 === 0 ? gain(i) : 0));
    const onsets = {groups: [pulses((i) => (i < 1000 ? 6 : 20)), pulses(() => 0.01)], framesPerSecond: 86};
    const {groups} = levelOnsets(onsets);
    const peaks = (group: Float32Array, from: number) => Math.max(...group.subarray(from, from + 300));
    assert.ok(Math.abs(peaks(groups[0], 200) / peaks(groups[0], 1500) - 1) < 0.15);
    assert.ok(peaks(groups[1], 500) < 0.1 * peaks(groups[0], 500));
  });
});

describe("selfSimilarity", () => {
  it("selfSimilarity(pulses) is high after their period and low in between", () => {
    const random = randomSource(4);
    const group = Float32Array.from({length: 3000}, (_, i) => (i % 50 < 2 ? 4 : 0) + 0.5 * random());
    const {bands, whole, seconds} = selfSimilarity({groups: [group, group], framesPerSecond: 100});
    assert.equal(seconds, 30);
    for (const values of [bands, whole]) {
      assert.ok(Math.abs(values[0] - 1) < 1e-6 && values.length === 801);
      for (const lag of [50, 100, 400]) assert.ok(values[lag] > 0.9, `${values[lag]} at ${lag}`);
      for (const lag of [25, 75, 425]) assert.ok(values[lag] < 0.1, `${values[lag]} at ${lag}`);
    }
  });

  it("selfSimilarity(groups) tells groups apart: bands that take turns are alike after two pulses, their sum after one", () => {
    const [even, odd] = [0, 50].map((from) =>
      Float32Array.from({length: 2400}, (_, i) => (i % 100 === from || i % 100 === from + 1 ? 5 : 0))
    );
    const {bands, whole} = selfSimilarity({groups: [even, odd], framesPerSecond: 100});
    assert.ok(whole[50] > 0.9 && bands[50] < 0.1 && bands[100] > 0.9, `${whole[50]} ${bands[50]} ${bands[100]}`);
  });

  it("selfSimilarity(nothing) is 0, not what 0 / 0 is", () => {
    const {bands} = selfSimilarity({groups: [new Float32Array(900)], framesPerSecond: 86});
    assert.ok(bands.every((value) => value === 0));
  });
});
