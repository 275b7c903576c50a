import type {Columns} from "../columns.js";

/** Titles and artists of all tracks, for finding one. Both are hostile text. */
export interface SearchIndex {
  readonly titles: readonly string[]; // one a track
  readonly artists: readonly string[]; // every artist once
  readonly artistOf: ArrayLike<number>; // one a track: its artist's place
}

/** All tracks the models were fitted to, in the order of the search index. */
export interface TracksData {
  readonly ids: readonly string[]; // Spotify's 22 characters; "" where the study has none
  readonly X: Columns; // one column a control, in their order; NaN is missing
  readonly label: Uint8Array; // 1 hit, 0 flop
  readonly p: Float32Array; // of a hit, boosted, out of fold in the artist exam; NaN where it was not held
}

/** What each feature contributes to the boosted margin of every track, coarsely: coordinates for likeness, not for reading. */
export interface ReasonSpace {
  readonly features: readonly string[];
  readonly phi: readonly Float32Array[]; // one column a feature, a value a track in the order of the search index, log-odds
}
