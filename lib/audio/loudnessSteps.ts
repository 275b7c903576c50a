import type {Sound} from "./AudioMeasures.js";
import type {Biquad} from "./Biquad.js";
import {channelWeights} from "./channelWeights.js";
import {gatedLoudness} from "./gatedLoudness.js";
import {kWeighting} from "./kWeighting.js";

const STEPS_A_SECOND = 10; // blocks of 400 ms overlap by 75 %: one starts every 100 ms
const STEPS_A_PIECE = 50;

/**
 * Integrated loudness in pieces of five seconds of sound, so that the caller can show progress or stop.
 *
 * Spotify's feature `loudness` is in dB too but made by another method: the two are not one scale.
 *
 * @param sound of 1 to 6 channels
 * @yields the share done, in (0, 1]
 * @returns LUFS (also written LKFS); null if the sound is shorter than 400 ms or all of it lies under the gate of −70
 * @throws RangeError for more than 6 channels
 * @see ITU-R BS.1770-4 (2015), annex 1
 */
export function* loudnessSteps({channels, sampleRateHz}: Sound): Generator<number, number | null> {
  const weights = channelWeights(channels.length);
  const length = channels[0].length;
  const hop = sampleRateHz / STEPS_A_SECOND;
  const steps = Math.floor(length / hop);
  const edge = (step: number) => Math.min(length, Math.round(step * hop));
  const energy = new Float64Array(steps); // of the weighted channels' sum
  const filters = kWeighting(sampleRateHz);
  const states = channels.map(() => new Float64Array(4));
  for (let step = 0; step < steps; step++) {
    for (let c = 0; c < channels.length; c++) {
      if (weights[c] === 0) continue;
      energy[step] += weights[c] * filteredEnergy(channels[c], edge(step), edge(step + 1), filters, states[c]);
    }
    if ((step + 1) % STEPS_A_PIECE === 0) yield (step + 1) / steps;
  }
  return gatedLoudness(energy, hop);
}

/** Σ y² over the samples from `from` up to `to`, y being what both filters leave of x; `state` is carried on. */
function filteredEnergy(
  x: Float32Array,
  from: number,
  to: number,
  [f, g]: readonly [Biquad, Biquad],
  state: Float64Array
) {
  const {b0, b1, b2, a1, a2} = f;
  const {b0: c0, b1: c1, b2: c2, a1: d1, a2: d2} = g;
  let [s1, s2, t1, t2] = state;
  let sum = 0;
  for (let i = from; i < to; i++) {
    const u = x[i];
    const v = b0 * u + s1;
    s1 = b1 * u - a1 * v + s2;
    s2 = b2 * u - a2 * v;
    const y = c0 * v + t1;
    t1 = c1 * v - d1 * y + t2;
    t2 = c2 * v - d2 * y;
    sum += y * y;
  }
  state[0] = tiny(s1);
  state[1] = tiny(s2);
  state[2] = tiny(t1);
  state[3] = tiny(t2);
  return sum;
}

/** Zero for what no one hears, lest silence after sound crawl on in denormal numbers. */
const tiny = (value: number) => (Math.abs(value) < 1e-30 ? 0 : value);
