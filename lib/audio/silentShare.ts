import type {Sound} from "./AudioMeasures.js";

const WINDOWS_A_SECOND = 10;
const SILENT = 1e-6; // mean square: −60 dBFS

/**
 * How much of the time nothing is heard: tenths of a second whose RMS is under −60 dBFS in every channel.
 *
 * @param from first sample to count, at a whole second
 * @param to sample behind the last, more than `from`; a last piece of less than a tenth counts by its length
 * @returns share in [0, 1]
 */
export function silentShare({channels, sampleRateHz}: Sound, from = 0, to = channels[0].length): number {
  const hop = sampleRateHz / WINDOWS_A_SECOND;
  let silent = 0;
  for (let window = 0; from + window * hop < to; window++) {
    const begin = from + Math.round(window * hop);
    const end = Math.min(to, from + Math.round((window + 1) * hop));
    if (channels.every((channel) => energyOf(channel, begin, end) < SILENT * (end - begin))) silent += end - begin;
  }
  return silent / (to - from);
}

function energyOf(channel: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += channel[i] * channel[i];
  return sum;
}
