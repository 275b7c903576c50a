/** How a value is shown and typed: a plain number, a key's name, minutes and seconds, ... */
export type Unit = "" | "dB" | "BPM" | "ms" | "s" | "key" | "mode" | "beats" | "count" | "year";

/** One input of the models, as published by its source. */
export interface Feature {
  readonly name: string; // the column's name in every CSV
  readonly label: string; // as a reader sees it
  readonly unit: Unit;
  readonly min: number; // the range a usable value lies in, both ends included
  readonly max: number;
  readonly step: number; // of a slider
  readonly zeroIsMissing?: true; // the source writes 0 where it does not know
  readonly meaning: string; // one plain sentence
}

/** The fifteen audio features of Spotify's published analysis, in the column order of every model. */
export const AUDIO_FEATURES: readonly Feature[] = [
  {
    name: "danceability",
    label: "Danceability",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "How suitable the track is for dancing, from tempo, beat and regularity."
  },
  {
    name: "energy",
    label: "Energy",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Perceived intensity and activity: loud, fast and noisy is high."
  },
  {
    name: "key",
    label: "Key",
    unit: "key",
    min: 0,
    max: 11,
    step: 1,
    meaning: "The estimated tonic, as a pitch class from C to B."
  },
  {
    name: "loudness",
    label: "Loudness",
    unit: "dB",
    min: -60,
    max: 10,
    step: 0.1,
    meaning: "Average loudness in decibels relative to full scale."
  },
  {name: "mode", label: "Mode", unit: "mode", min: 0, max: 1, step: 1, meaning: "Major or minor."},
  {
    name: "speechiness",
    label: "Speechiness",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Presence of spoken words; above .66 it is mostly speech."
  },
  {
    name: "acousticness",
    label: "Acousticness",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Confidence that the track is acoustic."
  },
  {
    name: "instrumentalness",
    label: "Instrumentalness",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Confidence that the track has no vocals."
  },
  {
    name: "liveness",
    label: "Liveness",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Presence of an audience; above .8 it is probably live."
  },
  {
    name: "valence",
    label: "Valence",
    unit: "",
    min: 0,
    max: 1,
    step: 0.01,
    meaning: "Musical positiveness: cheerful is high, sad or angry is low."
  },
  {
    name: "tempo",
    label: "Tempo",
    unit: "BPM",
    min: 0,
    max: 300,
    step: 1,
    zeroIsMissing: true,
    meaning: "Estimated beats a minute."
  },
  {
    name: "duration_ms",
    label: "Duration",
    unit: "ms",
    min: 1,
    max: 14_400_000,
    step: 1000,
    meaning: "Length of the track."
  },
  {
    name: "time_signature",
    label: "Beats a bar",
    unit: "beats",
    min: 0,
    max: 7,
    step: 1,
    zeroIsMissing: true,
    meaning: "Estimated number of beats in a bar."
  },
  {
    name: "chorus_hit",
    label: "Start of chorus",
    unit: "s",
    min: 0,
    max: 14_400,
    step: 0.5,
    zeroIsMissing: true,
    meaning: "Estimated start of the chorus: the start of the track's third section."
  },
  {
    name: "sections",
    label: "Sections",
    unit: "count",
    min: 0,
    max: 1000,
    step: 1,
    zeroIsMissing: true,
    meaning: "Number of sections (verse, chorus, bridge, ...) the analysis found."
  }
];

/** What is known of a track besides its sound. */
export const METADATA_FEATURES: readonly Feature[] = [
  {
    name: "decade",
    label: "Decade",
    unit: "year",
    min: 1900,
    max: 2090,
    step: 10,
    meaning: "First year of the decade the track is filed under."
  }
];

/** Every feature a model of the site may read, audio first. */
export const FEATURES: readonly Feature[] = [...AUDIO_FEATURES, ...METADATA_FEATURES];
