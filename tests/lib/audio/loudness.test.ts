import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {biquadPower} from "../../../lib/audio/biquadPower.js";
import {channelWeights} from "../../../lib/audio/channelWeights.js";
import {gatedLoudness} from "../../../lib/audio/gatedLoudness.js";
import {integratedLoudness} from "../../../lib/audio/integratedLoudness.js";
import {kWeighting} from "../../../lib/audio/kWeighting.js";
import {loudnessSteps} from "../../../lib/audio/loudnessSteps.js";
import {LOUDNESS_CASES} from "../../fixtures/audio/loudnessCases.js";
import {stereo, tone} from "../../fixtures/audio/tones.js";

const decibels = (hz: number, sampleRateHz: number) =>
  kWeighting(sampleRateHz).reduce((sum, filter) => sum + 10 * Math.log10(biquadPower(filter, hz / sampleRateHz)), 0);

describe("kWeighting(sampleRateHz)", () => {
  it("is the standard's table at 48 kHz", () => {
    const [shelf, pass] = kWeighting(48_000);
    const table = [
      [shelf.b0, 1.53512485958697],
      [shelf.b1, -2.69169618940638],
      [shelf.b2, 1.19839281085285],
      [shelf.a1, -1.69065929318241],
      [shelf.a2, 0.73248077421585],
      [pass.b0, 1],
      [pass.b1, -2],
      [pass.b2, 1],
      [pass.a1, -1.99004745483398],
      [pass.a2, 0.99007225036621]
    ];
    for (const [got, expected] of table) assert.ok(Math.abs(got - expected) < 1e-13, `${got}, not ${expected}`);
  });

  it("weighs a frequency alike at all rates, within .05 dB", () => {
    for (const rate of [8000, 11_025, 16_000, 22_050, 32_000, 44_100, 96_000, 192_000]) {
      for (const hz of [20, 40, 100, 400, 997, 1700, 2500, 3500]) {
        const error = Math.abs(decibels(hz, rate) - decibels(hz, 48_000));
        assert.ok(error < 0.05, `${hz} Hz at ${rate} Hz is off by ${error} dB`);
      }
    }
  });
});

describe("integratedLoudness(sound)", () => {
  for (const {name, lufs, sound} of LOUDNESS_CASES) {
    it(`is within .1 LU of what is laid down: ${name}`, () => {
      for (const rate of name.startsWith("EBU 1") ? [8000, 22_050, 44_100, 48_000, 96_000] : [8000, 48_000]) {
        const got = integratedLoudness(sound(rate));
        assert.ok(got !== null && Math.abs(got - lufs) < 0.1, `${got} at ${rate} Hz, not ${lufs}`);
      }
    });
  }

  it("is null for silence, for what lies under -70, and for less than 400 ms", () => {
    const rate = 8000;
    assert.equal(integratedLoudness({channels: [new Float32Array(rate)], sampleRateHz: rate}), null);
    assert.equal(integratedLoudness(stereo(tone([{dbfs: -71, seconds: 2}], rate), rate)), null);
    assert.equal(integratedLoudness(stereo(tone([{dbfs: -20, seconds: 0.39}], rate), rate)), null);
    assert.notEqual(integratedLoudness(stereo(tone([{dbfs: -20, seconds: 0.4}], rate), rate)), null);
    assert.equal(integratedLoudness({channels: [new Float32Array(0)], sampleRateHz: rate}), null);
  });

  it("leaves out the low-frequency channel of 5.1, and weighs mono as one channel", () => {
    const rate = 8000;
    const loud = tone([{dbfs: -20, seconds: 1}], rate);
    const quiet = new Float32Array(rate);
    const only = (place: number) => ({
      channels: Array.from({length: 6}, (_, c) => (c === place ? loud : quiet)),
      sampleRateHz: rate
    });
    assert.equal(integratedLoudness(only(3)), null);
    const [left, surround] = [integratedLoudness(only(0)), integratedLoudness(only(5))] as number[];
    assert.ok(Math.abs(surround - left - 10 * Math.log10(1.41)) < 1e-9);
    assert.equal(integratedLoudness({channels: [loud], sampleRateHz: rate}), left);
  });

  it("refuses what it has no weights for", () => {
    const channels = Array.from({length: 7}, () => new Float32Array(8000));
    assert.throws(() => integratedLoudness({channels, sampleRateHz: 8000}), /expected 1 to 6 channels; got 7/);
    assert.throws(() => channelWeights(0), RangeError);
  });
});

describe("loudnessSteps(sound)", () => {
  it("tells the share done, every five seconds", () => {
    const sound = stereo(tone([{dbfs: -20, seconds: 20}], 8000), 8000);
    assert.deepEqual([...loudnessSteps(sound)], [0.25, 0.5, 0.75, 1]);
  });
});

describe("gatedLoudness(energy, samples)", () => {
  it("is the mean power of blocks when none is gated", () => {
    // Blocks of 4 steps of 10 samples: powers 1 and 1.5, mean 1.25.
    const expected = -0.691 + 10 * Math.log10(1.25);
    assert.equal(gatedLoudness(Float64Array.of(10, 10, 10, 10, 30), 10), expected);
  });
});
