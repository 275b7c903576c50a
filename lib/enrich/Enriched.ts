import type {Columns} from "../columns.js";

/** Spotify's answers beside the rows of a study. */
export interface Enriched {
  readonly X: Columns; // a column a field of ENRICHED_FIELDS, a row a row of the study; NaN where it is not known
  readonly track: Uint8Array; // one a row: place in ANSWER_STATES
  readonly artist: Uint8Array; // the same, of the first artist
  readonly asked: AskedBetween | null; // null where no answer is about the study
}

/** When the oldest and the newest answer in use came: days, ISO 8601. */
export interface AskedBetween {
  readonly first: string;
  readonly last: string;
}
