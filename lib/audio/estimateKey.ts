import type {KeyEstimate} from "./AudioMeasures.js";
import {chromaOf} from "./chromaOf.js";
import {keyOf} from "./keyOf.js";
import {monoSteps} from "./monoSteps.js";
import {PITCH_RATE_HZ, pitchHistogram} from "./pitchHistogram.js";

const LEAST_FRAMES = 20; // six seconds: of less, speech too may look like a key

/**
 * Key and mode of a sound, piece by piece, so that a caller can tell how far it is, or stop.
 *
 * @param mono samples at the rate, see monoAt
 * @param sampleRateHz best ANALYSIS_RATE_HZ
 * @yields the share done, rising to 1
 * @returns null for silence, noise, speech, drums, one note, and less than six seconds of sound
 */
export function* estimateKey(
  mono: Float32Array,
  sampleRateHz: number
): Generator<{readonly done: number}, KeyEstimate | null> {
  const low = yield* within(0, 0.4, monoSteps({channels: [mono], sampleRateHz}, PITCH_RATE_HZ));
  const {weight, frames} = yield* within(0.4, 1, pitchHistogram(low));
  yield {done: 1};
  return frames < LEAST_FRAMES ? null : keyOf(chromaOf(weight));
}

/** Runs a part of the work, its share done going from `from` to `to`. */
function* within<T>(from: number, to: number, steps: Generator<number, T>): Generator<{readonly done: number}, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield {done: from + (to - from) * step.value};
  }
}
