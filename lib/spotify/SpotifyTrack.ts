/** How much of a release date is known. */
export type DatePrecision = "year" | "month" | "day";

/**
 * What is usable of Spotify's answer about a track. Text is hostile. Whatever is absent or not what Spotify documents is
 * null, "" for a name; since February 2026 apps in development mode get no popularity.
 */
export interface SpotifyTrack {
  readonly id: string; // 22 characters
  readonly title: string;
  readonly artists: readonly {readonly id: string; readonly name: string}[]; // in Spotify's order; id "" if unusable
  readonly durationMs: number | null; // 1 or more
  readonly explicit: boolean | null;
  readonly popularity: number | null; // 0 to 100, on the day it was asked
  readonly album: SpotifyAlbum | null;
  readonly isrc: string | null; // of the recording, as Spotify writes it
}

export interface SpotifyAlbum {
  readonly id: string; // "" if unusable
  readonly name: string;
  readonly releaseDate: string | null; // 1999, 1999-12 or 1999-12-31
  readonly releaseDatePrecision: DatePrecision | null; // null with the date
}
