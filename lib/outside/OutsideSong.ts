/** How a value of a song from outside came to be known. */
export type Knowing = "published" | "measured" | "estimated" | "asked" | "assumed" | "missing";

/** One value of a song from outside. */
export interface OutsideValue {
  readonly value: number; // in the feature's unit; NaN where it is missing
  readonly knowing: Knowing;
  readonly source: string; // who says so, as shown: "ReccoBeats", "this file", "you", "the study’s median"
  readonly low?: number; // of an estimate: four of five tracks lie between low and high
  readonly high?: number;
}

/** A song that is not a track of the study. Title and artist are hostile text. */
export interface OutsideSong {
  readonly title: string; // of a file its name
  readonly artist: string; // "" where it is unknown
  readonly id: string; // Spotify's; "" of a file
  readonly values: readonly OutsideValue[]; // one a control, in their order
}
