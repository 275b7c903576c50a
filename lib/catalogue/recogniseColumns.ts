import {InputError} from "../csv/InputError.js";
import {quoteText} from "../csv/quoteText.js";
import {decadeOf} from "../csv/decadeOf.js";
import {FEATURES} from "../features/features.js";
import type {ColumnMap} from "./ColumnMap.js";

const MOST_COLUMNS = 500; // past it no reader could choose among them
const SECONDS_BELOW = 5000; // a median duration below it is in seconds: as milliseconds it would be a sound, not a song

/** What the studies that are known call a column, the likeliest first. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  duration_ms: ["duration_ms", "duration", "duration_s", "length"],
  decade: ["decade", "track_album_release_date", "release_date", "album_release_date", "year", "release_year"]
};
const TEXTS = {
  title: ["track", "track_name", "title", "song", "name"],
  artist: ["artist", "artists", "track_artist", "artist_name"],
  id: ["uri", "track_id", "id", "spotify_id", "track_uri"]
} as const;

/**
 * Finds features and texts among a file's columns, by the names that Hit Predictor, Spotify Tracks and 30000 Spotify
 * Songs give them, in any order; a file named after its decade tells that too.
 *
 * @param header of one column or more
 * @param rows some of the file's first, to tell the unit of the duration by
 * @param file its name
 * @throws InputError if a name is given twice or there are too many columns
 */
export function recogniseColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  file: string
): ColumnMap {
  const names = header.map((name) => name.trim().toLowerCase());
  if (names.length > MOST_COLUMNS)
    throw new InputError(`expected ${MOST_COLUMNS} columns at most; got ${names.length}`, {file, line: 1});
  const repeated = names.findIndex((name, at) => name !== "" && names.indexOf(name) < at);
  if (repeated >= 0) {
    const problem = "expected each column once; got this one twice";
    throw new InputError(problem, {file, line: 1, column: header[repeated].trim()});
  }
  const find = (candidates: readonly string[]) => {
    const name = candidates.find((candidate) => names.includes(candidate));
    return name === undefined ? null : names.indexOf(name);
  };
  const features = Object.fromEntries(FEATURES.map(({name}) => [name, find(OTHER_NAMES[name] ?? [name])]));
  return {
    features,
    durationUnit: durationUnit(rows, features.duration_ms),
    decade: features.decade === null ? (decadeOf(file) ?? null) : null,
    title: find(TEXTS.title),
    artist: find(TEXTS.artist),
    id: find(TEXTS.id)
  };
}

/** The unit that a column of durations seems to have. */
export function durationUnit(rows: readonly (readonly string[])[], column: number | null): "ms" | "s" {
  if (column === null) return "ms";
  const known = rows.map((cells) => Number(cells[column] || NaN)).filter((value) => value > 0);
  known.sort((a, b) => a - b);
  return known.length > 0 && known[known.length >> 1] < SECONDS_BELOW ? "s" : "ms";
}

/** Those of some features that no column and no choice tells. */
export function unknownFeatures({features, decade}: ColumnMap, names: readonly string[]): string[] {
  return names.filter((name) => features[name] === null && !(name === "decade" && decade !== null));
}

/**
 * Refuses a choice of columns by which nothing could be scored.
 *
 * @throws InputError if no audio feature has a column, or two have the same
 */
export function checkColumnMap(map: ColumnMap, header: readonly string[], file: string): void {
  const chosen = FEATURES.map(({name}) => name).filter((name) => map.features[name] !== null);
  if (!chosen.some((name) => name !== "decade"))
    throw new InputError("expected a column for one feature of sound or more; got none", {file});
  for (const name of chosen) {
    const column = map.features[name]!;
    const first = chosen.find((other) => map.features[other] === column)!;
    if (first !== name)
      throw new InputError(`expected a column for each feature; got ${quoteText(header[column])} for both ${first} and ${name}`, {file}); // prettier-ignore
  }
}
