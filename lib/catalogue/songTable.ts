import type {Songs} from "./readSongs.js";

export interface SongOrder {
  readonly sort: string; // "line", "title", "artist", "id", "p" or a feature's name
  readonly descending: boolean;
  readonly filter: string; // part of a title, artist or id; case and accents do not count
}

/** Text as it is compared: without case and accents. */
export const plainText = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/**
 * Prepares to sort and filter songs.
 *
 * @param p one probability a song
 * @returns which songs a table shows, in its order: unknown values last, equals in the order of the file
 */
export function songTable(songs: Songs, p: Float64Array): (order: SongOrder) => Int32Array {
  const texts = [songs.title, songs.artist, songs.id].filter(({length}) => length > 0);
  let searched: string[] | undefined; // made at the first search
  return ({sort, descending, filter}) => {
    const sought = plainText(filter.trim());
    if (sought !== "") searched ??= Array.from(p, (_, i) => plainText(texts.map((text) => text[i]).join("\n")));
    const all = Int32Array.from(p.keys());
    const kept = sought === "" ? all : all.filter((i) => searched![i].includes(sought));
    return kept.sort(comparison(songs, p, sort, descending ? -1 : 1));
  };
}

function comparison(songs: Songs, p: Float64Array, sort: string, sign: 1 | -1): (a: number, b: number) => number {
  if (sort === "title" || sort === "artist" || sort === "id") {
    const texts = songs[sort];
    const {compare} = new Intl.Collator("en", {numeric: true});
    return (a, b) => sign * compare(texts[a] ?? "", texts[b] ?? "") || a - b;
  }
  const values = sort === "p" ? p : sort === "line" ? songs.lines : songs.X.columns[songs.X.names.indexOf(sort)];
  return (a, b) => {
    const [x, y] = [values[a], values[b]];
    if (x !== x || y !== y) return Number(x !== x) - Number(y !== y) || a - b;
    return sign * (x - y) || a - b;
  };
}
