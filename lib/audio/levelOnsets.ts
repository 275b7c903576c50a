import type {OnsetStrength} from "./onsetStrength.js";

const SMOOTH_SECONDS = 0.014; // standard deviation: players who should meet are so much apart
const NEAR_SECONDS = 1; // over which an onset has to stand out
const LEVEL_SECONDS = 6; // over which onsets are made equally strong
const LEAST_SHARE = 0.02; // of the group's mean power: what is softer is not raised any further
const LEAST_LEVEL = 0.15; // log units: what is left of a held tone is less than that

/**
 * Makes the onsets of soft and loud parts of a song, and of every part of the spectrum, count alike.
 *
 * Each group is smoothed, freed of its mean over a second, cut at 0 and divided by its root mean square over six seconds.
 *
 * @returns as many groups and frames; mean squares near 1 where there are onsets, near 0 where there are none
 */
export function levelOnsets({groups, framesPerSecond}: OnsetStrength): OnsetStrength {
  const frames = (seconds: number) => Math.round((seconds * framesPerSecond) / 2); // to either side
  const levelled = groups.map((group) => {
    const smooth = smoothed(group, SMOOTH_SECONDS * framesPerSecond);
    const mean = movingMean(smooth, frames(NEAR_SECONDS));
    const onsets = smooth.map((value, i) => Math.max(0, value - mean[i]));
    const powers = onsets.map((value) => value * value);
    const power = powers.reduce((sum, value) => sum + value, 0) / powers.length;
    const floor = LEAST_SHARE * power + LEAST_LEVEL ** 2;
    const local = movingMean(powers, frames(LEVEL_SECONDS));
    return onsets.map((value, i) => value / Math.sqrt(local[i] + floor));
  });
  return {groups: levelled, framesPerSecond};
}

/** Convolved with a Gaussian, zeros assumed beyond the ends. */
function smoothed(values: Float32Array, deviation: number): Float32Array {
  const half = Math.ceil(3 * deviation);
  const weights = Array.from({length: 2 * half + 1}, (_, i) => Math.exp(-0.5 * ((i - half) / deviation) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let sum = 0;
    for (let j = Math.max(-half, -i); j <= half && i + j < values.length; j++) sum += weights[j + half] * values[i + j];
    result[i] = sum / total;
  }
  return result;
}

/** Mean of each value and so many on either side, fewer at the ends. */
function movingMean(values: Float32Array, half: number): Float32Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return values.map((_, i) => {
    const [from, to] = [Math.max(0, i - half), Math.min(values.length, i + half + 1)];
    return (sums[to] - sums[from]) / (to - from);
  });
}
