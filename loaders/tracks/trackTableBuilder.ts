import type {TrackRow} from "./adapters/types.js";
import type {TrackTable} from "./types.js";

/**
 * Collects rows into a `TrackTable`, a column at a time.
 *
 * @param features of X, one a value of a row
 */
export function trackTableBuilder(features: readonly string[]): {add(row: TrackRow): void; build(): TrackTable} {
  const uri: string[] = [];
  const title: string[] = [];
  const artist: string[] = [];
  const label: number[] = [];
  const genre: string[] = [];
  const popularity: number[] = [];
  const columns: number[][] = features.map(() => []);
  return {
    add(row) {
      uri.push(row.uri);
      title.push(row.title);
      artist.push(row.artist);
      label.push(row.label ?? 0);
      if (row.genre !== undefined) genre.push(row.genre);
      if (row.popularity !== undefined) popularity.push(row.popularity);
      for (let j = 0; j < columns.length; j++) columns[j].push(row.x[j]);
    },
    build: () => ({
      uri,
      title,
      artist,
      label: Uint8Array.from(label),
      X: {
        names: features,
        columns: columns.map((column) => Float32Array.from(column)),
        length: uri.length
      },
      genre: told(genre, uri.length),
      popularity: told(popularity, uri.length) && Uint8Array.from(popularity)
    })
  };
}

/** What every row told; null where none did. */
function told<T>(values: readonly T[], rows: number): readonly T[] | null {
  if (values.length === 0) return null;
  if (values.length === rows) return values;
  throw new RangeError(
    `trackTableBuilder requires a genre, a popularity of all rows or of none; got ${values.length} of ${rows}`
  );
}
