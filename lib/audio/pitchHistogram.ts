import {countFrames, spectrogram} from "./spectrogram.js";

/** Rate that pitch is looked for at: three times it is ANALYSIS_RATE_HZ. */
export const PITCH_RATE_HZ = 7350;

/** Bins a semitone: 5 cents each. */
export const BINS_A_SEMITONE = 20;

const SEMITONES = 128; // MIDI notes
const FRAMES = {size: 4096, hop: 2048}; // 557 ms tell semitones apart from 110 Hz up
const LOWEST_HZ = 60;
const HIGHEST_HZ = 2000;
const FAINTEST = 1e-3; // of a frame's strongest frequency: what is fainter is not counted
const SILENT = 1e-5; // magnitude of a frame's strongest frequency: -100 dBFS
const OVERTONES = [3, 5, 6, 7]; // whose pitch class is not that of their note
const DAMPING = 0.5;
const FRAMES_A_PIECE = 48;

export interface PitchHistogram {
  readonly weight: Float64Array; // a bin: MIDI note × BINS_A_SEMITONE
  readonly frames: number; // that were not silent
}

/**
 * How much sounds at each pitch, over a whole sound.
 *
 * A frame's spectral peaks between 60 and 2,000 Hz count by magnitude, at the frequency a parabola through their
 * logarithms puts them at. What was not there half a window before (drums, hiss) counts as little as it did then, what
 * may be an overtone of a lower sound is damped, and a loud frame counts by the root of its loudness.
 *
 * @param mono samples at PITCH_RATE_HZ
 * @yields the share done, in (0, 1]
 * @returns weights, 0 or more
 * @see Gómez 2006, Tonal description of music audio signals, 3.2: peaks, tuning, damped overtones
 */
export function* pitchHistogram(mono: Float32Array): Generator<number, PitchHistogram> {
  const weight = new Float64Array(SEMITONES * BINS_A_SEMITONE);
  const all = countFrames(mono.length, FRAMES);
  let heard = 0;
  for (let from = 0; from + 1 < all; from += FRAMES_A_PIECE) {
    const {magnitudes, frames, bins} = spectrogram(mono, {...FRAMES, first: from, frames: FRAMES_A_PIECE + 1});
    for (let frame = 1; frame < frames; frame++) {
      const now = magnitudes.subarray(frame * bins, (frame + 1) * bins);
      heard += addFrame(weight, now, magnitudes.subarray((frame - 1) * bins, frame * bins));
    }
    yield Math.min(1, (from + frames) / all);
  }
  return {weight, frames: heard};
}

/** Adds a frame's peaks; `before` is the frame before it. Says 1 if there was sound in both, else 0. */
function addFrame(weight: Float64Array, now: Float32Array, before: Float32Array): number {
  const hzABin = PITCH_RATE_HZ / FRAMES.size;
  const from = Math.ceil(LOWEST_HZ / hzABin);
  const to = Math.floor(HIGHEST_HZ / hzABin);
  let [most, mostBefore, sum] = [0, 0, 0];
  for (let k = from; k <= to; k++) {
    most = Math.max(most, now[k]);
    mostBefore = Math.max(mostBefore, before[k]);
    sum += now[k];
  }
  if (most < SILENT || mostBefore < SILENT) return 0;
  const scale = 1 / Math.sqrt(sum);
  for (let k = from; k <= to; k++) {
    const here = now[k];
    if (here <= now[k - 1] || here < now[k + 1] || here < most * FAINTEST) continue;
    const place = k + summit(now[k - 1], here, now[k + 1]);
    const lasting = Math.min(here, Math.max(before[k - 1], before[k], before[k + 1]));
    let below = 0; // magnitude that a lower sound's overtone might have here
    for (const overtone of OVERTONES) {
      const base = Math.round(place / overtone);
      if (base > 2) below = Math.max(below, Math.max(now[base - 1], now[base], now[base + 1]) / (overtone - 1));
    }
    const kept = lasting === 0 ? 0 : (lasting * lasting) / (lasting + DAMPING * below);
    const note = 69 + 12 * Math.log2((place * hzABin) / 440);
    weight[Math.round(note * BINS_A_SEMITONE)] += kept * scale;
  }
  return 1;
}

/** Where between −½ and ½ the parabola through three logarithms is highest. */
function summit(left: number, middle: number, right: number): number {
  const [a, b, c] = [Math.log(left + 1e-12), Math.log(middle), Math.log(right + 1e-12)];
  return (0.5 * (a - c)) / (a - 2 * b + c);
}
