import {formatPercent} from "../format/formatPercent.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";

interface Neighbours {
  readonly hits: number; // among the tracks
  readonly tracks: number; // 1 or more
}

/**
 * Holds what became of the nearest tracks against what a model says.
 *
 * @param p of a hit, at the study's share of hits
 */
export function neighbourWords({hits, tracks}: Neighbours, p: number): string {
  const [low, high] = wilsonInterval(hits, tracks);
  const place = p < low ? "lower than that" : p > high ? "higher than that" : "within that range";
  return (
    `Of the ${tracks} nearest tracks ${hits} ${hits === 1 ? "is a hit" : "are hits"}, ${formatPercent(hits / tracks)}, ` +
    `which leaves room for ${formatPercent(low)} to ${formatPercent(high)}. The boosted trees give this song ` +
    `${formatPercent(p)} at the study’s share of hits, ${place}.`
  );
}
