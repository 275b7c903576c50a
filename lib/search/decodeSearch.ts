import type {SearchIndex} from "../wire/TracksData.js";

/** What data/search.json holds: tracks by artist, then title. All names are hostile text. */
export interface SearchFile {
  readonly titles: readonly string[]; // one a track
  readonly artists: readonly string[]; // every artist once
  readonly tracks: readonly number[]; // how many each artist has
}

/**
 * The search index of its file.
 *
 * @throws RangeError if the artists have more or fewer tracks than there are titles
 */
export function decodeSearch({titles, artists, tracks}: SearchFile): SearchIndex {
  const sum = tracks.reduce((total, count) => total + count, 0);
  if (sum !== titles.length || tracks.length !== artists.length)
    throw new RangeError(`decodeSearch requires tracks of every artist; got ${sum} for ${titles.length} titles`);
  const artistOf = new Int32Array(titles.length);
  let start = 0;
  tracks.forEach((count, artist) => artistOf.fill(artist, start, (start += count)));
  return {titles, artists, artistOf};
}
