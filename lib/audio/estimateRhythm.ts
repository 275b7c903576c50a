import type {MeterEstimate, TempoEstimate} from "./AudioMeasures.js";
import {findBeat} from "./findBeat.js";
import {findMeter} from "./findMeter.js";
import {levelOnsets} from "./levelOnsets.js";
import {onsetStrength} from "./onsetStrength.js";
import {selfSimilarity} from "./selfSimilarity.js";
import {leastSteadiness, steadiness} from "./steadiness.js";
import {STUDY_TEMPOS, type TempoPrior} from "./tempoPrior.js";

export interface Rhythm {
  readonly tempo: TempoEstimate | null; // null for silence, noise, speech: no steady beat
  readonly meter: MeterEstimate | null; // null where the tempo is
}

export interface RhythmOptions {
  readonly prior?: TempoPrior; // what to take a beat for where half, twice or another of its multiples fit as well
}

const LEAST_SECONDS = 5; // of sound: in less there is no telling a beat from chance
const ONSETS_SHARE = 0.9; // of the work

/**
 * Tempo and meter of a sound, piece by piece, so that a caller can tell how far it is, or stop.
 *
 * @param mono samples at the rate, see monoAt
 * @param sampleRateHz best ANALYSIS_RATE_HZ
 * @yields the share done, rising to 1
 * @returns null for both if the sound is shorter than 5 s or nothing in it comes again steadily
 * @throws RangeError if a sample is no number
 */
export function* estimateRhythm(
  mono: Float32Array,
  sampleRateHz: number,
  {prior = STUDY_TEMPOS}: RhythmOptions = {}
): Generator<{readonly done: number}, Rhythm> {
  const none: Rhythm = {tempo: null, meter: null};
  if (mono.length < LEAST_SECONDS * sampleRateHz) return none;
  const finding = onsetStrength(mono, sampleRateHz);
  let piece = finding.next();
  for (; !piece.done; piece = finding.next()) yield {done: ONSETS_SHARE * piece.value.done};
  const similarity = selfSimilarity(levelOnsets(piece.value));
  yield {done: 1};

  const beat = findBeat(similarity, prior);
  const steady = steadiness(similarity, beat.frames);
  const least = leastSteadiness(similarity.seconds);
  if (!(steady > least)) return none;
  const clear = Math.min(1, steady / least - 1); // 0 at the least steadiness, 1 from twice of it
  const bpm = (60 * similarity.framesPerSecond) / beat.frames;
  return {tempo: {bpm, confidence: clear * beat.confidence}, meter: findMeter(similarity, beat.frames)};
}
