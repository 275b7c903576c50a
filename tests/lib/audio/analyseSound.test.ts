import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {analyseSound, type Progress} from "../../../lib/audio/analyseSound.js";
import type {Sound} from "../../../lib/audio/AudioMeasures.js";
import {checkSamples} from "../../../lib/audio/checkSamples.js";
import {MAX_SECONDS} from "../../../lib/audio/checkSound.js";
import {clippedShare} from "../../../lib/audio/clippedShare.js";
import {finish} from "../../../lib/audio/finish.js";
import {monoAt} from "../../../lib/audio/monoAt.js";
import {monoSteps} from "../../../lib/audio/monoSteps.js";
import {shareSteps} from "../../../lib/audio/shareSteps.js";
import {silentShare} from "../../../lib/audio/silentShare.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {noise} from "../../fixtures/audio/noise.js";
import {song} from "../../fixtures/audio/song.js";
import {stereo, tone} from "../../fixtures/audio/tones.js";

const RATE = 8000;
const analysed = (channels: readonly Float32Array[], sampleRateHz = RATE) =>
  finish(analyseSound({channels, sampleRateHz}));
const silence = (samples: number) => new Float32Array(samples);

describe("analyseSound(sound)", () => {
  it("measures a song: duration, loudness, key, shares", () => {
    const {sound, key} = song(1, 0, {seconds: 12, channels: 2});
    const {
      durationMs,
      loudnessLufs,
      key: heard,
      clippedShare: clipped,
      silentShare: silent
    } = finish(analyseSound(sound));
    assert.equal(durationMs, 12_000);
    assert.ok(loudnessLufs !== null && loudnessLufs > -25 && loudnessLufs < -5, String(loudnessLufs));
    assert.deepEqual({tonic: heard?.tonic, mode: heard?.mode}, key);
    assert.deepEqual([clipped, silent], [0, 0]);
  });

  it("tells what it does and how far it is, never going back, at the end all", () => {
    const news: Progress[] = [...analyseSound(song(1, 0, {seconds: 25, rate: RATE}).sound)];
    const done = news.map((piece) => piece.done);
    assert.deepEqual(
      done,
      done.toSorted((a, b) => a - b)
    );
    assert.equal(done[0], 0);
    assert.equal(done.at(-1), 1);
    assert.deepEqual([...new Set(news.map(({step}) => step))], ["check", "loudness", "mixing", "tempo", "key"]);
    assert.ok(news.length > 12, `only ${news.length} pieces`);
  });

  it("says the same of the same sound twice, and leaves it as it was", () => {
    const {sound} = song(1, 3, {seconds: 6, rate: RATE});
    const before = sound.channels.map((channel) => channel.slice());
    assert.deepEqual(finish(analyseSound(sound)), finish(analyseSound(sound)));
    assert.deepEqual(sound.channels, before);
  });

  it("estimates nothing of silence", () => {
    assert.deepEqual(analysed([silence(5 * RATE)]), {
      durationMs: 5000,
      loudnessLufs: null,
      tempo: null,
      key: null,
      meter: null,
      clippedShare: 0,
      silentShare: 1
    });
  });

  it("measures what it can of a third of a second, of one sample, and of six channels", () => {
    const short = analysed([tone([{dbfs: -20, seconds: 0.3}], RATE)]);
    assert.deepEqual([short.durationMs, short.loudnessLufs, short.tempo, short.key], [300, null, null, null]);
    assert.equal(analysed([Float32Array.of(0.5)]).durationMs, 0.125);
    const surround = Array.from({length: 6}, () => tone([{dbfs: -20, seconds: 1}], RATE));
    // Weights 1, 1, 1, 0, 1.41, 1.41 of a sine of -23.01 dB RMS, at 1 kHz.
    const expected = -23.01 + 10 * Math.log10(3 + 2 * 1.41);
    assert.ok(Math.abs((analysed(surround).loudnessLufs ?? 0) - expected) < 0.1);
  });

  it("hears the same of a song at another rate, in mono and in stereo", () => {
    const [low, high] = [song(1, 0, {seconds: 10, rate: RATE}), song(1, 0, {seconds: 10, rate: 44_100, channels: 2})];
    for (const {sound, key} of [low, high]) {
      const heard = finish(analyseSound(sound)).key;
      assert.deepEqual({tonic: heard?.tonic, mode: heard?.mode}, key);
    }
  });

  it("tells a clipped song from a whole one", () => {
    const {channels} = song(1, 0, {seconds: 3, rate: RATE}).sound;
    const loud = channels.map((channel) => channel.map((sample) => Math.max(-1, Math.min(1, 4 * sample))));
    assert.equal(analysed(channels).clippedShare, 0);
    assert.ok(analysed(loud).clippedShare > 0.02);
  });

  const refused: [string, Sound, RegExp][] = [
    ["no channel", {channels: [], sampleRateHz: RATE}, /expected a sound of 1 to 6 channels; got none/],
    ["seven", {channels: Array(7).fill(silence(9)), sampleRateHz: RATE}, /expected 1 to 6 channels; got 7/],
    [
      "no sample",
      {channels: [silence(0)], sampleRateHz: RATE},
      /expected a sound of more than 0 seconds; got no samples/
    ],
    [
      "unequal channels",
      {channels: [silence(9), silence(8)], sampleRateHz: RATE},
      /expected channels of one length; got 9 samples in channel 1, 8 in channel 2/
    ],
    ["a low rate", {channels: [silence(9)], sampleRateHz: 7999}, /sampling rate from 8000 to 192000 Hz; got 7999/],
    ["a high rate", {channels: [silence(9)], sampleRateHz: 192_001}, /got 192001/],
    ["no rate", {channels: [silence(9)], sampleRateHz: NaN}, /got NaN/],
    [
      "a long sound",
      {channels: [silence(MAX_SECONDS * RATE + 1)], sampleRateHz: RATE},
      /expected at most 20 minutes of sound; got 20\.0/
    ],
    [
      "NaN",
      {channels: [silence(9), Float32Array.of(0, 0, 0, NaN, 0, 0, 0, 0, 0)], sampleRateHz: RATE},
      /expected samples that are numbers; got NaN at sample 3 of channel 2/
    ]
  ];
  for (const [what, sound, words] of refused) {
    it(`refuses ${what} in words`, () => {
      assert.throws(() => finish(analyseSound(sound)), {name: "RangeError", message: words});
    });
  }
});

describe("checkSamples(channel, name)", () => {
  it("names the first that is infinite", () => {
    assert.throws(() => checkSamples(Float32Array.of(0, -Infinity, NaN), "it"), /got -Infinity at sample 1 of it/);
  });
});

describe("clippedShare(channel)", () => {
  it("counts three or more at full scale in a row, either sign", () => {
    assert.equal(clippedShare(Float32Array.of(1, 1, 0, 1, 1, 1, 0, -1, -1, 1)), 0.6);
    assert.equal(clippedShare(Float32Array.of(0.99, 0.99, 0.99, 0.99)), 0);
  });
  it("knows a run that begins before the stretch it counts in", () => {
    assert.equal(clippedShare(Float32Array.of(1, 1, 1, 0), 2, 4), 0.5);
  });
});

describe("silentShare(sound)", () => {
  it("is the part under -60 dBFS in all channels", () => {
    const quiet = tone(
      [
        {dbfs: -57.5, seconds: 1},
        {dbfs: -56, seconds: 1},
        {dbfs: -Infinity, seconds: 2}
      ],
      RATE
    );
    assert.equal(silentShare({channels: [quiet], sampleRateHz: RATE}), 0.75); // a sine's RMS is 3 dB under its peak
    const other = tone(
      [
        {dbfs: -20, seconds: 1},
        {dbfs: -Infinity, seconds: 3}
      ],
      RATE
    );
    assert.equal(silentShare({channels: [quiet, other], sampleRateHz: RATE}), 0.5);
  });
});

describe("shareSteps(sound)", () => {
  it("gives the shares of the whole, whatever the pieces", () => {
    const channel = tone(
      [
        {dbfs: -Infinity, seconds: 10},
        {dbfs: -10, seconds: 13}
      ],
      RATE
    );
    channel.fill(1, 10 * RATE - 2, 10 * RATE + 2); // across the pieces' border
    const sound = {channels: [channel], sampleRateHz: RATE};
    const {clippedShare: clipped, silentShare: silent} = finish(shareSteps(sound));
    assert.ok(Math.abs(clipped - 4 / channel.length) < 1e-12);
    assert.ok(Math.abs(silent - 9.9 / 23) < 1e-9);
  });
});

describe("monoSteps(sound, sampleRateHz)", () => {
  it("is what monoAt gives in one go", () => {
    const random = randomSource(4);
    for (const [from, to] of [
      [44_100, 22_050],
      [48_000, 22_050],
      [8000, 22_050],
      [22_050, 7350]
    ] as const) {
      const sound = stereo(noise("white", 21 * from + 77, random), from);
      const [whole, pieces] = [monoAt(sound, to), finish(monoSteps(sound, to))];
      assert.equal(pieces.length, whole.length);
      const worst = whole.reduce((most, value, i) => Math.max(most, Math.abs(value - pieces[i])), 0);
      assert.ok(worst < 1e-6, `${from} to ${to}: off by ${worst}`);
    }
  });
  it("refuses a rate that is no whole number", () => {
    assert.throws(() => finish(monoSteps(stereo(silence(9), 8000.5), 22_050)), /requires whole rates; got 8000.5/);
  });
});
