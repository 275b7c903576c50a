import type {MeterEstimate, TempoEstimate} from "./AudioMeasures.js";

/** What tempos to expect: log-normal around a median. */
export interface TempoPrior {
  readonly medianBpm: number;
  readonly octaves: number; // standard deviation of log2(tempo)
}

/** Tempos of the Hit Predictor tracks: median 117.6 BPM, standard deviation .35 to .36 octaves. */
export const STUDY_TEMPOS: TempoPrior = {medianBpm: 118, octaves: 0.36};

export interface Rhythm {
  readonly tempo: TempoEstimate | null; // null for silence, noise, speech: no steady beat
  readonly meter: MeterEstimate | null; // null where the tempo is
}

export interface RhythmOptions {
  readonly prior?: TempoPrior;
}

/**
 * Tempo and meter of a sound, piece by piece, so that a caller can tell how far it is, or stop.
 *
 * @param mono samples at the rate, see monoAt
 * @param sampleRateHz best ANALYSIS_RATE_HZ
 * @yields the share done, rising to 1
 */
export function* estimateRhythm(
  mono: Float32Array,
  sampleRateHz: number,
  {prior = STUDY_TEMPOS}: RhythmOptions = {}
): Generator<{readonly done: number}, Rhythm> {
  void [mono, sampleRateHz, prior];
  yield {done: 1};
  return {tempo: null, meter: null};
}
