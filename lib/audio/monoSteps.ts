import type {Sound} from "./AudioMeasures.js";
import {monoAt} from "./monoAt.js";

const SECONDS_A_PIECE = 10;

/**
 * What monoAt gives, made in pieces of ten seconds, so that a caller can tell how far it is, or stop.
 *
 * A second on either side of a piece is resampled too and dropped: it is more than the kernel reaches, and whole seconds
 * begin on a sample of both rates.
 *
 * @param sampleRateHz of the result; it and the sound's are whole numbers
 * @yields the share done, in (0, 1]
 * @returns round(samples × new rate / old rate) samples
 * @throws RangeError if a rate is no whole number, and where monoAt does
 */
export function* monoSteps(sound: Sound, sampleRateHz: number): Generator<number, Float32Array> {
  const {channels, sampleRateHz: given} = sound;
  for (const rate of [given, sampleRateHz]) {
    if (!Number.isInteger(rate)) throw new RangeError(`monoSteps requires whole rates; got ${rate}`);
  }
  const samples = channels[0].length;
  const mono = new Float32Array(Math.round((samples * sampleRateHz) / given));
  for (let second = 0; second * sampleRateHz < mono.length; second += SECONDS_A_PIECE) {
    const before = Math.min(1, second);
    const [from, to] = [(second - before) * given, Math.min(samples, (second + SECONDS_A_PIECE + 1) * given)];
    const piece = monoAt(
      {channels: channels.map((channel) => channel.subarray(from, to)), sampleRateHz: given},
      sampleRateHz
    );
    const kept = piece.subarray(before * sampleRateHz, (before + SECONDS_A_PIECE) * sampleRateHz);
    mono.set(kept.subarray(0, mono.length - second * sampleRateHz), second * sampleRateHz);
    yield Math.min(1, ((second + SECONDS_A_PIECE) * sampleRateHz) / mono.length);
  }
  return mono;
}
