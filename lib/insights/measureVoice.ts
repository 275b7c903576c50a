import {columnNamed} from "../columnNamed.js";
import type {Estimate} from "../metrics/types.js";
import {bootstrapEstimates, type BootstrapOptions} from "./bootstrapEstimates.js";
import {comparedDecades} from "./comparedDecades.js";
import type {Tracks} from "./Tracks.js";

/** Shares of hits among tracks without a voice, and with one. */
export interface Voice {
  readonly instrumental: number; // tracks
  readonly vocal: number;
  readonly instrumentalShare: Estimate; // of hits among them
  readonly vocalShare: Estimate;
  readonly gap: Estimate; // the first share minus the second
  readonly byDecade: readonly {
    readonly decade: number;
    readonly instrumental: Estimate;
    readonly vocal: Estimate;
  }[];
}

const INSTRUMENTAL = 0.5; // instrumentalness above it counts as such, as Spotify's documentation reads it

/**
 * Shares of hits by instrumentalness, over all tracks and by decade, with intervals by bootstrap over artists.
 *
 * @returns null where either kind is missing or nearly so
 */
export function measureVoice(tracks: Tracks, options: BootstrapOptions): Voice | null {
  const decades = comparedDecades(tracks);
  const voiceless = columnNamed(tracks.X, "instrumentalness");
  const known = Array.from(voiceless.keys()).filter((i) => !Number.isNaN(voiceless[i]));
  const kind = (i: number) => (voiceless[i] > INSTRUMENTAL ? 0 : 1);
  const instrumental = known.filter((i) => kind(i) === 0).length;
  if (instrumental === 0 || instrumental === known.length) return null;
  const year = columnNamed(tracks.X, "decade");
  const place = Int32Array.from(year, (value) => decades.indexOf(value));
  const cells = 2 * (decades.length + 1); // of all tracks, then of each decade
  const estimates = bootstrapEstimates(
    tracks.artist,
    (weight) => {
      const [n, hits] = [new Float64Array(cells), new Float64Array(cells)];
      for (const i of known) {
        for (const cell of place[i] < 0 ? [kind(i)] : [kind(i), 2 * (place[i] + 1) + kind(i)]) {
          n[cell] += weight[i];
          hits[cell] += weight[i] * tracks.y[i];
        }
      }
      const shares = Array.from(n, (count, cell) => hits[cell] / count);
      return [...shares, shares[0] - shares[1]];
    },
    options
  );
  const [instrumentalShare, vocalShare, gap] = [estimates[0], estimates[1], estimates[cells]];
  if (!instrumentalShare || !vocalShare || !gap) return null;
  const byDecade = decades.flatMap((decade, k) => {
    const [silent, sung] = [estimates[2 * (k + 1)], estimates[2 * (k + 1) + 1]];
    return silent && sung ? [{decade, instrumental: silent, vocal: sung}] : [];
  });
  return {instrumental, vocal: known.length - instrumental, instrumentalShare, vocalShare, gap, byDecade};
}
