/** Sound as it was decoded: one array of samples in [-1, 1] a channel, all of one length. */
export interface Sound {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
}

/** What can be measured of a sound; null where it has no such thing, or none that can be told. */
export interface AudioMeasures {
  readonly durationMs: number;
  readonly loudnessLufs: number | null; // integrated, ITU-R BS.1770-4; null for silence
  readonly tempo: TempoEstimate | null; // null for silence, noise, speech: no steady beat
  readonly key: KeyEstimate | null; // null for silence, noise, speech: no tonal centre
  readonly meter: MeterEstimate | null; // null where the tempo is
  readonly clippedShare: number; // of the samples, in [0, 1]: at full scale, several in a row
  readonly silentShare: number; // of the time, in [0, 1]
}

export interface TempoEstimate {
  readonly bpm: number; // the likeliest; half and twice of it are the usual mistakes
  readonly confidence: number; // in [0, 1]
}

export interface Key {
  readonly tonic: number; // pitch class, 0 (C) to 11 (B)
  readonly mode: 0 | 1; // 1 major, 0 minor
}

export interface KeyEstimate extends Key {
  readonly confidence: number; // in [0, 1]
  readonly runnerUp: Key;
}

export interface MeterEstimate {
  readonly beats: 3 | 4; // 3 only where it is clear
  readonly sure: boolean;
}
