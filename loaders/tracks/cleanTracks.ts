import {columnNamed} from "../../lib/columnNamed.js";
import type {TrackTable} from "./types.js";

/**
 * Chooses one row a uri: the earliest decade, then the highest popularity, then the first seen. A uri with both labels
 * says nothing and is left out.
 *
 * @param raw rows of a study
 * @param told popularity as each row told it, where the study tells it
 * @returns the rows kept, ascending, and how many were dropped for which reason
 */
export function cleanTracks(
  raw: Pick<TrackTable, "uri" | "label" | "X">,
  told?: Uint8Array
): {
  clean: Int32Array;
  dropped: Record<string, number>;
} {
  const decade = columnNamed(raw.X, "decade");
  const best = new Map<string, number>();
  const torn = new Set<string>();
  const isBetter = (i: number, j: number) =>
    decade[i] < decade[j] || (told !== undefined && !(decade[i] > decade[j]) && told[i] > told[j]);
  raw.uri.forEach((uri, i) => {
    const j = best.get(uri);
    if (j !== undefined && raw.label[i] !== raw.label[j]) torn.add(uri);
    if (j === undefined || isBetter(i, j)) best.set(uri, i);
  });
  const clean = Int32Array.from([...best].filter(([uri]) => !torn.has(uri)).map(([, i]) => i)).sort();
  const reasons = raw.uri.flatMap((uri, i) => {
    const j = best.get(uri)!;
    if (torn.has(uri)) return ["uri with both labels"];
    if (i === j) return [];
    return [told && told[i] !== told[j] ? "repeated uri, other popularity" : "repeated uri"];
  });
  const dropped: Record<string, number> = {};
  for (const reason of ["repeated uri", "repeated uri, other popularity", "uri with both labels"]) {
    const rows = reasons.filter((one) => one === reason).length;
    if (rows > 0) dropped[reason] = rows;
  }
  return {clean, dropped};
}
