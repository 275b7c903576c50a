import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {chromaOf} from "../../../lib/audio/chromaOf.js";
import {estimateKey} from "../../../lib/audio/estimateKey.js";
import {finish} from "../../../lib/audio/finish.js";
import {keyOf} from "../../../lib/audio/keyOf.js";
import {KEY_PROFILES, standardised} from "../../../lib/audio/keyProfiles.js";
import {monoAt} from "../../../lib/audio/monoAt.js";
import {BINS_A_SEMITONE, PITCH_RATE_HZ, pitchHistogram} from "../../../lib/audio/pitchHistogram.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {addDrum, drumLoop} from "../../fixtures/audio/drums.js";
import {noise} from "../../fixtures/audio/noise.js";
import {song} from "../../fixtures/audio/song.js";
import {speech} from "../../fixtures/audio/speech.js";
import {tone} from "../../fixtures/audio/tones.js";

const RATE = 8000;

/** A chroma with weights from C up, as steady as can be. */
function chroma(weight: readonly number[], steadiness = 1) {
  const sum = weight.reduce((total, value) => total + value, 0);
  return {weight: Float64Array.from(weight, (value) => value / sum), tuning: 0, steadiness};
}

describe("KEY_PROFILES", () => {
  it("are centred, of length 1, and highest at the tonic", () => {
    for (const profile of [KEY_PROFILES.major, KEY_PROFILES.minor]) {
      assert.ok(Math.abs(profile.reduce((sum, value) => sum + value, 0)) < 1e-12);
      assert.ok(Math.abs(profile.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-12);
      assert.equal(profile.indexOf(Math.max(...profile)), 0);
    }
  });
  it("standardised(values) is zero where all are alike", () => {
    assert.deepEqual([...standardised([2, 2, 2])], [0, 0, 0]);
    assert.deepEqual([...standardised([0, 3, 0, 3])], [-0.5, 0.5, -0.5, 0.5]);
  });
});

describe("keyOf(chroma)", () => {
  // C major's scale, with the weight of its chords I, IV and V: C 2, D 1, E 1, F 1, G 2, A 1, B 1.
  const scale = [2, 0, 1, 0, 1, 1, 0, 2, 0, 1, 0, 1];
  const turned = (by: number) => scale.map((_, i) => scale[(i - by + 12) % 12]);

  it("finds the three chords of a major key in all twelve", () => {
    for (let tonic = 0; tonic < 12; tonic++) {
      const key = keyOf(chroma(turned(tonic)));
      assert.deepEqual([key?.tonic, key?.mode], [tonic, 1]);
    }
  });

  it("finds those of A minor, with the raised seventh: A 2, B 1, C 1, D 1, E 2, F 1, G sharp 1", () => {
    const key = keyOf(chroma([1, 0, 1, 0, 2, 1, 0, 0, 1, 2, 0, 1]));
    assert.deepEqual([key?.tonic, key?.mode], [9, 0]);
  });

  it("names another key as the runner-up, and is sure by the lead", () => {
    const clear = keyOf(chroma(scale));
    // The white keys alike: they say no more of C major than of A minor.
    const vague = keyOf(chroma([1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1]));
    assert.ok(clear && vague);
    assert.notDeepEqual([clear.runnerUp.tonic, clear.runnerUp.mode], [clear.tonic, clear.mode]);
    assert.ok(clear.confidence > vague.confidence && clear.confidence <= 1 && vague.confidence >= 0.45);
  });

  it("is null for no weight, even weight, two notes, and pitches on no grid", () => {
    assert.equal(keyOf({weight: new Float64Array(12), tuning: 0, steadiness: 0}), null);
    assert.equal(keyOf(chroma(Array(12).fill(1))), null);
    assert.equal(keyOf(chroma([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])), null);
    assert.equal(keyOf(chroma(scale, 0.05)), null);
  });
});

describe("chromaOf(histogram)", () => {
  const histogram = (...pitches: number[]) => {
    const weight = new Float64Array(128 * BINS_A_SEMITONE);
    for (const pitch of pitches) weight[Math.round(pitch * BINS_A_SEMITONE)]++;
    return weight;
  };

  it("folds octaves, and finds a tuning off concert pitch", () => {
    const {weight, tuning, steadiness} = chromaOf(histogram(60.3, 72.3, 64.55, 64.05, 67.3, 67.3));
    assert.ok(Math.abs(tuning - 0.3) < 1e-12);
    assert.ok(Math.abs(steadiness - 4 / 6) < 1e-12); // a quarter of a semitone either side of the grid cancels out
    [0.4, 0, 0, 0, 0.2, 0, 0, 0.4, 0, 0, 0, 0].forEach((share, i) => {
      assert.ok(Math.abs(weight[i] - share) < 1e-9, `${weight[i]} at ${i}`);
    });
  });

  it("finds no grid in pitches everywhere", () => {
    const {steadiness} = chromaOf(histogram(...Array.from({length: 240}, (_, k) => 50 + k / BINS_A_SEMITONE)));
    assert.ok(steadiness < 1e-9);
  });

  it("is all zero for nothing", () => {
    const {weight, steadiness} = chromaOf(histogram());
    assert.deepEqual([[...new Set(weight)], steadiness], [[0], 0]);
  });
});

describe("pitchHistogram(mono)", () => {
  it("hears a tone at its pitch, and its steps done", () => {
    const steps = pitchHistogram(tone([{dbfs: -20, seconds: 15}], PITCH_RATE_HZ, 110 * 2 ** (0.25 / 12)));
    const done: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) done.push(step.value);
    const {weight, frames} = step.value;
    const most = weight.indexOf(Math.max(...weight));
    assert.equal(most, 45.25 * BINS_A_SEMITONE);
    assert.equal(frames, Math.floor((15 * PITCH_RATE_HZ - 4096) / 2048)); // all but the first, which has none before it
    assert.equal(done.at(-1), 1);
  });
});

describe("estimateKey(mono, sampleRateHz)", () => {
  const keyIn = (channel: Float32Array, rate = RATE) => finish(estimateKey(channel, rate));

  it("finds most keys of synthesised songs, and most others are neighbours", () => {
    let exact = 0;
    let near = 0;
    for (let n = 0; n < 24; n++) {
      const {sound, key} = song(2, n, {seconds: 9, rate: RATE});
      const heard = keyIn(sound.channels[0]);
      assert.ok(heard !== null, `none in song ${n}`);
      const is = ({tonic, mode}: {tonic: number; mode: number}) => tonic === key.tonic && mode === key.mode;
      if (is(heard)) exact++;
      if (is(heard) || is(heard.runnerUp)) near++;
    }
    assert.ok(exact >= 15, `${exact} of 24`);
    assert.ok(near >= 19, `${near} of 24 with the runner-up`);
  });

  it("is null for silence, noise, speech, drums, one tone, and too little", () => {
    const random = randomSource(6);
    const seconds = 8;
    const toms = new Float32Array(seconds * RATE);
    for (let t = 0; t < seconds; t += 0.5) addDrum(toms, "tom", t * RATE, 0.5, RATE, random);
    const none: Record<string, Float32Array> = {
      silence: new Float32Array(seconds * RATE),
      white: noise("white", seconds * RATE, random),
      pink: noise("pink", seconds * RATE, random),
      brown: noise("brown", seconds * RATE, random),
      speech: speech(random, {seconds: 12, rate: RATE}),
      drums: drumLoop(random, {seconds, rate: RATE}),
      toms,
      tone: tone([{dbfs: -20, seconds}], RATE, 440),
      short: song(2, 0, {seconds: 3, rate: RATE}).sound.channels[0],
      nothing: new Float32Array(0)
    };
    for (const [name, channel] of Object.entries(none)) assert.equal(keyIn(channel), null, name);
  });

  it("hears pitch, not the sampling rate: the same at 22,050 Hz", () => {
    const {sound, key} = song(2, 1, {seconds: 8, rate: 22_050});
    const heard = keyIn(monoAt(sound, 22_050), 22_050);
    assert.deepEqual([heard?.tonic, heard?.mode], [key.tonic, key.mode]);
  });
});
