/** A fact that Spotify tells of a track, or of the first artist it names. */
export interface EnrichedField {
  readonly name: string; // the column's
  readonly label: string; // as a reader sees it
  readonly of: "track" | "artist";
  readonly measured: "before" | "after"; // the release: what is measured after it may follow from the hit
  readonly isInput: boolean; // whether a model can read it as a number
  readonly caution: string; // one plain sentence
}

/** What enrichment adds, as columns of numbers: an album is its number, genres are how many are named. */
export const ENRICHED_FIELDS: readonly EnrichedField[] = [
  {
    name: "release_year",
    label: "Release year",
    of: "track",
    measured: "before",
    isInput: true,
    caution: "Known before release; but the date is that of the album Spotify lists, which may be a later re-issue."
  },
  {
    name: "explicit",
    label: "Explicit lyrics",
    of: "track",
    measured: "before",
    isInput: true,
    caution: "Known before release, where the label said so; old recordings were seldom marked."
  },
  {
    name: "track_popularity",
    label: "Popularity of the track",
    of: "track",
    measured: "after",
    isInput: true,
    caution: "Popularity is measured today, after the song was or was not a hit."
  },
  {
    name: "album",
    label: "Album",
    of: "track",
    measured: "before",
    isInput: false,
    caution: "A name, not a number: no model reads it."
  },
  {
    name: "artist_followers",
    label: "Followers of the artist",
    of: "artist",
    measured: "after",
    isInput: true,
    caution: "Followers are counted today, after the song was or was not a hit; models read their logarithm."
  },
  {
    name: "genres",
    label: "Genres of the artist",
    of: "artist",
    measured: "after",
    isInput: false,
    caution: "Names given to the artist as a whole, at some later time: no model reads them."
  },
  {
    name: "artist_popularity",
    label: "Popularity of the artist",
    of: "artist",
    measured: "after",
    isInput: true,
    caution: "The artist’s popularity is measured today, after the song was or was not a hit."
  }
];
