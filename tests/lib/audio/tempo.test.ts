import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Sound} from "../../../lib/audio/AudioMeasures.js";
import {estimateRhythm, type Rhythm, type RhythmOptions} from "../../../lib/audio/estimateRhythm.js";
import {ANALYSIS_RATE_HZ, monoAt} from "../../../lib/audio/monoAt.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {measureTempo} from "../../bench/tempoTable.js";
import {synthesiseMusic} from "../../fixtures/audio/synthesiseMusic.js";
import {synthesiseUnsteady} from "../../fixtures/audio/synthesiseUnsteady.js";
import {addStroke, STROKES} from "../../fixtures/audio/voices.js";

const NONE: Rhythm = {tempo: null, meter: null};

function rhythmOf(sound: Sound, options?: RhythmOptions): Rhythm {
  const estimating = estimateRhythm(monoAt(sound, ANALYSIS_RATE_HZ), ANALYSIS_RATE_HZ, options);
  let step = estimating.next();
  while (!step.done) step = estimating.next();
  return step.value;
}

/** Strokes at an even tempo. */
function clicks(bpm: number, seconds: number, sampleRateHz = ANALYSIS_RATE_HZ): Sound {
  const samples = new Float32Array(seconds * sampleRateHz);
  const tape = {samples, sampleRateHz, random: randomSource(5)};
  for (let at = 0.1; at < seconds; at += 60 / bpm) addStroke(tape, at, STROKES.rim, 1);
  return {channels: [samples], sampleRateHz};
}

const channel = (samples: Float32Array, sampleRateHz = ANALYSIS_RATE_HZ): Sound => ({
  channels: [samples],
  sampleRateHz
});

describe("estimateRhythm", () => {
  it("estimateRhythm(clicks) finds their tempo within .2 %, and is sure of it", () => {
    for (const bpm of [84, 97.3, 118, 141.7, 160]) {
      const {tempo} = rhythmOf(clicks(bpm, 20));
      assert.ok(Math.abs(tempo!.bpm / bpm - 1) < 0.002, `${tempo!.bpm} for ${bpm}`);
      assert.ok(tempo!.confidence > 0.5 && tempo!.confidence <= 1, `${tempo!.confidence}`);
    }
  });

  it("estimateRhythm(music) is within an octave of its tempo nearly always, and within 4 % mostly", () => {
    const table = measureTempo(3, 10, {seconds: 20});
    assert.ok(table.octave >= 0.9 && table.exact >= 0.75, JSON.stringify(table));
    assert.ok(table.none === 0 && table.errorPercent < 0.3 && table.meter >= 0.9, JSON.stringify(table));
    assert.equal(table.unsteadyNone, 1, JSON.stringify(table));
  });

  it("estimateRhythm(clicks, {prior}) takes half or twice by what is usual", () => {
    const sound = clicks(100, 20);
    for (const [medianBpm, bpm] of [[100, 100], [200, 200], [50, 50]]) {
      const {tempo} = rhythmOf(sound, {prior: {medianBpm, octaves: 0.1}});
      assert.ok(Math.abs(tempo!.bpm / bpm - 1) < 0.01, `${tempo!.bpm} for ${bpm}`);
    } // prettier-ignore
  });

  it("estimateRhythm(sound) does not depend on loudness, channels or sample rate", () => {
    const {sound, bpm} = synthesiseMusic(6, {seconds: 20, sampleRateHz: 44_100, bpm: 120, texture: "rock"});
    const [samples] = sound.channels;
    const louder = samples.map((x) => Math.max(-1, Math.min(1, 20 * x))); // clipped to near a square
    const sounds = [sound, {...sound, channels: [samples, samples]}, channel(samples.map((x) => x / 1000), 44_100), channel(louder, 44_100)]; // prettier-ignore
    for (const each of sounds) assert.ok(Math.abs(rhythmOf(each).tempo!.bpm / bpm - 1) < 0.01);
    const narrow = synthesiseMusic(6, {seconds: 20, sampleRateHz: 8000, bpm: 120, texture: "rock"});
    assert.ok(Math.abs(rhythmOf(narrow.sound).tempo!.bpm / narrow.bpm - 1) < 0.01);
  });

  it("estimateRhythm(what has no beat) is null: silence, noise, speech, a tone, rain, a click", () => {
    for (const what of ["silence", "white noise", "pink noise", "held tone", "held chord", "rain"] as const) {
      assert.deepEqual(rhythmOf(synthesiseUnsteady(what, 11, 20)), NONE, what);
    }
    for (let seed = 30; seed < 34; seed++) {
      for (const seconds of [10, 20]) assert.deepEqual(rhythmOf(synthesiseUnsteady("speech", seed, seconds)), NONE);
    }
    assert.deepEqual(rhythmOf(clicks(1, 20)), NONE); // one stroke
    assert.deepEqual(rhythmOf(channel(new Float32Array(441_000).fill(1))), NONE);
  });

  it("estimateRhythm(next to nothing) is null", () => {
    for (const samples of [0, 1, 1000, ANALYSIS_RATE_HZ])
      assert.deepEqual(rhythmOf(channel(new Float32Array(samples))), NONE);
    assert.deepEqual(rhythmOf(clicks(120, 4)), NONE);
  });

  it("estimateRhythm(sound) refuses samples that are no numbers, and changes none", () => {
    const {channels} = clicks(120, 8);
    const before = channels[0].slice();
    rhythmOf(channel(channels[0]));
    assert.deepEqual(channels[0], before);
    const estimating = estimateRhythm(channels[0].with(5, NaN), ANALYSIS_RATE_HZ);
    assert.throws(() => [...estimating], /requires samples that are numbers; got NaN at 5/);
  });

  it("estimateRhythm(sound) tells how far it is, in pieces of some seconds of sound", () => {
    const {channels} = clicks(120, 40);
    const told = [...estimateRhythm(channels[0], ANALYSIS_RATE_HZ)].map(({done}) => done);
    assert.ok(told.length > 6 && told.at(-1) === 1 && told.every((done, i) => done > (told[i - 1] ?? 0)), `${told}`);
  });
});
