import type {TrackTable} from "./types.js";

/**
 * Chooses one row a uri: the earliest decade, then the first seen. A uri with both labels says nothing and is left out.
 *
 * @param raw rows of a study; X must hold `decade`
 * @returns the rows kept, ascending, and how many were dropped for which reason
 */
export function cleanTracks(raw: Pick<TrackTable, "uri" | "label" | "X">): {
  clean: Int32Array;
  dropped: Record<string, number>;
} {
  const decade = raw.X.columns[raw.X.names.indexOf("decade")];
  const best = new Map<string, number>();
  const torn = new Set<string>();
  raw.uri.forEach((uri, i) => {
    const j = best.get(uri);
    if (j !== undefined && raw.label[i] !== raw.label[j]) torn.add(uri);
    if (j === undefined || decade[i] < decade[j]) best.set(uri, i);
  });
  const clean = Int32Array.from([...best].filter(([uri]) => !torn.has(uri)).map(([, i]) => i)).sort();
  const bothLabels = raw.uri.reduce((n, uri) => n + Number(torn.has(uri)), 0);
  const repeated = raw.uri.length - bothLabels - clean.length;
  const dropped: Record<string, number> = {};
  if (repeated > 0) dropped["repeated uri"] = repeated;
  if (bothLabels > 0) dropped["uri with both labels"] = bothLabels;
  return {clean, dropped};
}
