import {takeRows} from "../../lib/columns.js";
import type {PopularityRule} from "../../lib/wire/LabelWords.js";
import {DEFAULT_HIT_RULE, type HitRule} from "./hitRule.js";
import type {TrackTable} from "./types.js";

/** A table whose labels were told by popularity. */
export interface Labelled {
  readonly table: TrackTable; // rows of popularity 0 left out; popularity is the track's, the same in all of its rows
  readonly told: Uint8Array; // popularity as the row itself told it
  readonly rule: PopularityRule; // as it came out
  readonly dropped: Readonly<Record<string, number>>; // reason -> rows
}

/**
 * Labels tracks by their popularity: a hit is as popular as the last of the top share, or more.
 *
 * A track whose rows differ in popularity has the highest of them: they were read on different days, and a 0 among them
 * is none. A track whose rows all say 0 is left out, for Spotify also says 0 where it has not counted: of the tracks of
 * Spotify Tracks it is the most frequent value by far, and holds songs that everyone knows. A threshold is looked for
 * among tracks, not rows; all tracks on it are hits, so that there may be more of them than the share.
 *
 * @param table with a popularity; its labels do not count
 * @returns with a threshold above 100 where no track is left
 */
export function labelByPopularity(table: TrackTable, {topShare, popularity}: HitRule = DEFAULT_HIT_RULE): Labelled {
  const told = table.popularity!;
  const highest = new Map<string, number>();
  table.uri.forEach((uri, i) => highest.set(uri, Math.max(told[i], highest.get(uri) ?? 0)));
  const falling = [...highest.values()].filter((value) => value > 0).sort((a, b) => b - a);
  const last = topShare === null ? 0 : (falling[Math.ceil(topShare * falling.length) - 1] ?? 101);
  const threshold = Math.max(last, popularity ?? 0);
  const rows = Array.from(told.keys()).filter((i) => highest.get(table.uri[i])! > 0);
  const of = rows.map((i) => highest.get(table.uri[i])!);
  const unknown = told.length - rows.length;
  const pick = (texts: readonly string[]) => rows.map((i) => texts[i]);
  return {
    table: {
      uri: pick(table.uri),
      title: pick(table.title),
      artist: pick(table.artist),
      label: Uint8Array.from(of, (value) => Number(value >= threshold)),
      X: takeRows(table.X, rows),
      genre: table.genre && pick(table.genre),
      popularity: Uint8Array.from(of)
    },
    told: Uint8Array.from(rows, (i) => told[i]),
    rule: {
      threshold,
      topShare: falling.filter((value) => value >= threshold).length / falling.length || 0,
      zeroShare: (highest.size - falling.length) / highest.size || 0
    },
    dropped: unknown > 0 ? {"popularity 0 (unknown)": unknown} : {}
  };
}
