import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {ANALYSIS_RATE_HZ, monoAt} from "../../../lib/audio/monoAt.js";
import {countFrames, spectrogram} from "../../../lib/audio/spectrogram.js";
import {randomSource} from "../../../lib/random/randomSource.js";

const sine = (hz: number, rate: number, samples: number) =>
  Float32Array.from({length: samples}, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate));
const amplitude = (samples: Float32Array) =>
  Math.sqrt((2 * samples.reduce((sum, x) => sum + x * x, 0)) / samples.length);

describe("spectrogram", () => {
  it("spectrogram(mono) is the transform of each window, term by term", () => {
    const random = randomSource(1);
    const mono = Float32Array.from({length: 100}, () => random() - 0.5);
    const [size, hop] = [32, 20];
    const {magnitudes, frames, bins} = spectrogram(mono, {size, hop});
    assert.deepEqual([frames, bins, magnitudes.length], [4, 17, 68]);
    for (let frame = 0; frame < frames; frame++) {
      for (let k = 0; k < bins; k++) {
        let [re, im] = [0, 0];
        for (let i = 0; i < size; i++) {
          const x = (mono[frame * hop + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)) * 4) / size;
          re += x * Math.cos((2 * Math.PI * k * i) / size);
          im -= x * Math.sin((2 * Math.PI * k * i) / size);
        }
        const error = Math.abs(magnitudes[frame * bins + k] - Math.hypot(re, im));
        assert.ok(error < 1e-6, `frame ${frame}, bin ${k} is off by ${error}`);
      }
    }
  });

  it("spectrogram(sine) reads its amplitude at its bin", () => {
    const {magnitudes} = spectrogram(sine(1000, 8000, 64), {size: 64, hop: 64});
    assert.ok(Math.abs(magnitudes[8] - 1) < 1e-6, `${magnitudes[8]}`);
    assert.ok(Math.abs(magnitudes[7] - 0.5) < 1e-6 && magnitudes[12] < 1e-6);
  });

  it("spectrogram(mono, {first, frames}) is that part of the whole", () => {
    const mono = sine(440, 8000, 1000);
    const whole = spectrogram(mono, {size: 64, hop: 16});
    const part = spectrogram(mono, {size: 64, hop: 16, first: 7, frames: 5});
    assert.deepEqual([...part.magnitudes], [...whole.magnitudes.subarray(7 * 33, 12 * 33)]);
    assert.equal(spectrogram(mono, {size: 64, hop: 16, first: 57, frames: 9}).frames, 2);
    assert.equal(spectrogram(mono, {size: 64, hop: 16, first: 99}).frames, 0);
  });

  it("countFrames(samples) counts whole windows", () => {
    assert.deepEqual(
      [0, 63, 64, 79, 80].map((samples) => countFrames(samples, {size: 64, hop: 16})),
      [0, 0, 1, 1, 2]
    );
  });

  it("spectrogram(mono, options) refuses sizes, hops and frames that are none", () => {
    const mono = new Float32Array(100);
    for (const [size, hop] of [[48, 16], [2, 1], [0, 1], [64, 0], [64, 1.5], [NaN, 1]]) {
      assert.throws(() => spectrogram(mono, {size, hop}), /^RangeError: spectrogram requires a power of two from 4/);
    } // prettier-ignore
    for (const first of [-1, 0.5, NaN]) {
      assert.throws(
        () => spectrogram(mono, {size: 64, hop: 16, first}),
        /^RangeError: spectrogram requires whole first/
      );
    }
  });
});

describe("monoAt", () => {
  it("monoAt(sound, its rate) is the mean of the channels, sample by sample", () => {
    const channels = [Float32Array.of(0.5, -1, 0.25), Float32Array.of(0.25, 1, -0.75)];
    assert.deepEqual([...monoAt({channels, sampleRateHz: 8000}, 8000)], [0.375, 0, -0.25]);
  });

  it("monoAt(sine, any rate) is the sine at the new rate", () => {
    for (const given of [8000, 11_025, 22_050, 32_000, 44_056, 44_100, 48_000, 96_000]) {
      const sound = {channels: [sine(1000, given, given)], sampleRateHz: given};
      const mono = monoAt(sound, ANALYSIS_RATE_HZ);
      assert.equal(mono.length, ANALYSIS_RATE_HZ);
      const truth = sine(1000, ANALYSIS_RATE_HZ, mono.length);
      const off = mono.map((x, i) => Math.abs(x - truth[i])).subarray(500, -500);
      assert.ok(Math.max(...off) < 1e-3, `from ${given} Hz off by ${Math.max(...off)}`);
    }
  });

  it("monoAt(sound) leaves out what the new rate cannot hold", () => {
    const sound = {channels: [sine(15_000, 44_100, 44_100)], sampleRateHz: 44_100};
    assert.ok(amplitude(monoAt(sound, ANALYSIS_RATE_HZ)) < 0.003); // -50 dB: the sine's ends make clicks
    const audible = {channels: [sine(8000, 44_100, 44_100)], sampleRateHz: 44_100};
    assert.ok(amplitude(monoAt(audible, ANALYSIS_RATE_HZ)) > 0.95);
  });

  it("monoAt(sound) of a length is the same in blocks: a constant stays one", () => {
    const mono = monoAt({channels: [new Float32Array(200_000).fill(0.5)], sampleRateHz: 48_000}, ANALYSIS_RATE_HZ);
    assert.equal(mono.length, 91_875);
    assert.ok(mono.subarray(100, -100).every((x) => Math.abs(x - 0.5) < 1e-6));
  });

  it("monoAt(sound) refuses what is no sound", () => {
    const of = (channels: Float32Array[], sampleRateHz = 8000) => monoAt({channels, sampleRateHz}, 8000);
    const good = new Float32Array(20);
    assert.equal(of([new Float32Array(0)]).length, 0);
    assert.throws(() => of([]), /requires a channel; got none/);
    assert.throws(() => of([good, new Float32Array(3)]), /requires equal lengths; got 20 and 3/);
    assert.throws(() => of([good], 0), /requires rates above 0; got 0/);
    assert.throws(() => of([good], NaN), /requires rates above 0; got NaN/);
    for (const bad of [NaN, Infinity]) {
      assert.throws(() => of([good, good.with(17, bad)]), RegExp(`samples that are numbers; got ${bad} at 17`));
    }
  });
});
