import FFT from "fft.js";
import type {OnsetStrength} from "./onsetStrength.js";

/** How alike onsets are to themselves some time later: autocorrelation, from -1 to 1; 0 for onsets at random. */
export interface SelfSimilarity {
  readonly bands: Float32Array; // of the groups, each compared with itself; one value a frame of lag, from 0
  readonly whole: Float32Array; // of the sum of all groups
  readonly framesPerSecond: number;
  readonly seconds: number; // of the onsets
}

const WINDOW_SECONDS = 12; // at most three bars of a slow song: within that its tempo hardly changes
const LONGEST_SECONDS = 8; // lag
const LONGEST_SHARE = 2 / 3; // of the window, for a lag
const LEAST_POWER = 0.25; // of levelled onsets in a window: less is not made more

/**
 * Autocorrelation of levelled onsets in windows of 12 s, half over each other, averaged over the song.
 *
 * What comes again steadily adds up, what comes at random averages out. A slow change of tempo blurs only long lags.
 *
 * @param onsets as levelOnsets returns them
 */
export function selfSimilarity({groups, framesPerSecond}: OnsetStrength): SelfSimilarity {
  const frames = groups[0].length;
  const length = Math.min(frames, Math.round(WINDOW_SECONDS * framesPerSecond));
  const lags = Math.floor(Math.min(LONGEST_SHARE * length, LONGEST_SECONDS * framesPerSecond)) + 1;
  const bands = new Float32Array(lags);
  const whole = new Float32Array(lags);
  const sum = new Float32Array(frames);
  for (const group of groups) for (let i = 0; i < frames; i++) sum[i] += group[i];

  const read = windowReader(length, lags);
  const windows = Math.max(1, Math.ceil((frames - length) / (length / 2)) + 1);
  for (let w = 0; w < windows; w++) {
    const from = windows === 1 ? 0 : Math.round((w * (frames - length)) / (windows - 1));
    read(groups, from, bands, windows);
    read([sum], from, whole, windows);
  }
  return {bands, whole, framesPerSecond, seconds: frames / framesPerSecond};
}

/** Adds a window's autocorrelation over those of all windows, by the power spectrum (Wiener and Khinchin). */
function windowReader(length: number, lags: number) {
  const size = Math.max(4, 2 ** Math.ceil(Math.log2(2 * length)));
  const fft = new FFT(size);
  const input = new Float64Array(size);
  const power = new Float64Array(size);
  const output = new Float64Array(2 * size);
  return (series: readonly Float32Array[], from: number, into: Float32Array, windows: number): void => {
    power.fill(0);
    for (const values of series) {
      let mean = 0;
      for (let i = 0; i < length; i++) mean += values[from + i] / length;
      for (let i = 0; i < length; i++) input[i] = values[from + i] - mean;
      fft.realTransform(output, input);
      for (let k = 0; k <= size / 2; k++) power[k] += output[2 * k] ** 2 + output[2 * k + 1] ** 2;
      input.fill(0);
    }
    for (let k = 1; k < size / 2; k++) power[size - k] = power[k];
    fft.realTransform(output, power); // the transform of what is even is its own inverse, but for the size
    const all = Math.max(output[0] / size, LEAST_POWER * length * series.length);
    for (let lag = 0; lag < lags; lag++) {
      const unbiased = length / (length - lag);
      into[lag] += ((output[2 * lag] / size) * unbiased) / all / windows;
    }
  };
}
