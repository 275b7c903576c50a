/** What tempos to expect: log-normal around a median. */
export interface TempoPrior {
  readonly medianBpm: number;
  readonly octaves: number; // standard deviation of log2(tempo)
}

/** Tempos of the Hit Predictor tracks: median 117.6 BPM, standard deviation .35 octaves. */
export const STUDY_TEMPOS: TempoPrior = {medianBpm: 118, octaves: 0.36};
