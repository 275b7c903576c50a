import {columnNamed} from "../columnNamed.js";
import type {Tracks} from "./Tracks.js";

const FEWEST = 50; // hits, and flops, that a decade needs to be compared

/** The decades with enough hits and enough flops to be compared, ascending. */
export function comparedDecades(tracks: Pick<Tracks, "X" | "y">): number[] {
  const decade = columnNamed(tracks.X, "decade");
  const counts = new Map<number, [flops: number, hits: number]>();
  decade.forEach((year, i) => {
    if (Number.isNaN(year)) return;
    const count = counts.get(year) ?? [0, 0];
    count[tracks.y[i]]++;
    counts.set(year, count);
  });
  return [...counts]
    .filter(([, count]) => Math.min(...count) >= FEWEST)
    .map(([year]) => year)
    .sort((a, b) => a - b);
}
