import type {AudioMeasures, Sound} from "./AudioMeasures.js";
import {checkSound} from "./checkSound.js";
import {estimateKey} from "./estimateKey.js";
import {estimateRhythm, type RhythmOptions} from "./estimateRhythm.js";
import {loudnessSteps} from "./loudnessSteps.js";
import {ANALYSIS_RATE_HZ} from "./monoAt.js";
import {monoSteps} from "./monoSteps.js";
import {shareSteps} from "./shareSteps.js";

export interface Progress {
  readonly done: number; // of the whole analysis, rising from 0 to 1
  readonly step: string; // what is being done, to be shown: "loudness"
}

/** Where each step ends as a share of the whole, by its usual time. */
const ENDS = {check: 0.05, loudness: 0.2, mixing: 0.3, tempo: 0.8, key: 1};

/**
 * Measures a sound, in pieces of well under 100 ms, so that a worker can tell how far it is, and stop.
 *
 * Besides the sound it holds one channel at ANALYSIS_RATE_HZ, one at a third of that, and what the rhythm needs.
 *
 * @param sound of 1 to 6 channels, at 8,000 to 192,000 Hz, of at most MAX_SECONDS; it is left as it is
 * @yields what is being done, and the share done
 * @throws RangeError for any other sound, none, channels of unequal length, or samples that are no numbers
 */
export function* analyseSound(sound: Sound, options: RhythmOptions = {}): Generator<Progress, AudioMeasures> {
  checkSound(sound);
  const {channels, sampleRateHz} = sound;
  const samples = channels[0].length;
  yield {done: 0, step: "check"};
  const shares = yield* part("check", 0, shareSteps(sound));
  const lufs = yield* part("loudness", ENDS.check, loudnessSteps(sound));
  const mono = yield* part("mixing", ENDS.loudness, monoSteps(sound, ANALYSIS_RATE_HZ));
  const {tempo, meter} = yield* part("tempo", ENDS.mixing, estimateRhythm(mono, ANALYSIS_RATE_HZ, options));
  const key = yield* part("key", ENDS.tempo, estimateKey(mono, ANALYSIS_RATE_HZ));
  yield {done: 1, step: "key"};
  return {
    durationMs: (1000 * samples) / sampleRateHz,
    loudnessLufs: lufs,
    tempo,
    key,
    meter,
    ...shares
  };
}

/** Runs a step, its share done going on from where the step before it ended. */
function* part<T>(
  step: keyof typeof ENDS,
  from: number,
  work: Generator<number | {readonly done: number}, T>
): Generator<Progress, T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    const share = typeof piece.value === "number" ? piece.value : piece.value.done;
    yield {done: from + (ENDS[step] - from) * share, step};
  }
}
