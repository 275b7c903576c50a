import {columnNamed} from "../columnNamed.js";
import type {Estimate} from "../metrics/types.js";
import {bootstrapEstimates, type BootstrapOptions} from "./bootstrapEstimates.js";
import {comparedDecades} from "./comparedDecades.js";
import type {Tracks} from "./Tracks.js";

/** Where hits lie among the tracks of their decade, by length. */
export interface Lengths {
  readonly shares: readonly Estimate[]; // of hits, in each fifth of a decade's tracks, the shortest first
  readonly aboveShortest: Estimate; // share in the middle fifth minus that in the shortest
  readonly aboveLongest: Estimate;
  readonly first: DecadeLength | null; // null with fewer than two decades
  readonly last: DecadeLength | null;
  readonly change: Estimate | null; // ms, last median minus first
}

/** The median length of a decade's hits. */
export interface DecadeLength {
  readonly decade: number;
  readonly median: Estimate; // ms
}

const PARTS = 5;
const MIDDLE = 2;

/**
 * Shares of hits by fifths of length, and the median hit of the first and of the last decade, with intervals by
 * bootstrap over artists. Tracks of unknown decade are ranked among themselves.
 *
 * @returns null with too few tracks to fill the fifths
 */
export function measureLengths(tracks: Tracks, options: BootstrapOptions): Lengths | null {
  const {y} = tracks;
  const length = columnNamed(tracks.X, "duration_ms");
  const decade = columnNamed(tracks.X, "decade");
  const rising = Array.from(length.keys())
    .filter((i) => !Number.isNaN(length[i]))
    .sort((a, b) => length[a] - length[b]);
  const part = fifths(rising, decade);
  const decades = comparedDecades(tracks);
  const [first, last] = [decades[0], decades[decades.length - 1]];
  const hitsOf = (year: number) => rising.filter((i) => y[i] === 1 && decade[i] === year);
  const [early, late] = decades.length > 1 ? [hitsOf(first), hitsOf(last)] : [[], []];
  const estimates = bootstrapEstimates(
    tracks.artist,
    (weight) => {
      const [n, hits] = [new Float64Array(PARTS), new Float64Array(PARTS)];
      for (const i of rising) {
        n[part[i]] += weight[i];
        hits[part[i]] += weight[i] * y[i];
      }
      const shares = Array.from(n, (count, k) => hits[k] / count);
      const [was, is] = [weightedMedian(early, length, weight), weightedMedian(late, length, weight)];
      return [...shares, shares[MIDDLE] - shares[0], shares[MIDDLE] - shares[PARTS - 1], was, is, is - was];
    },
    options
  );
  const shares = estimates.slice(0, PARTS).filter((estimate) => estimate !== null);
  const [aboveShortest, aboveLongest, was, is, change] = estimates.slice(PARTS);
  if (shares.length < PARTS || !aboveShortest || !aboveLongest) return null;
  return {
    shares,
    aboveShortest,
    aboveLongest,
    first: was && {decade: first, median: was},
    last: is && {decade: last, median: is},
    change
  };
}

/** Which fifth of its decade each row is in, from rows by rising length. */
function fifths(rising: readonly number[], decade: Float32Array): Uint8Array {
  const byDecade = new Map<number, number[]>(); // NaN is a key like any other
  for (const i of rising) {
    const rows = byDecade.get(decade[i]);
    if (rows) rows.push(i);
    else byDecade.set(decade[i], [i]);
  }
  const part = new Uint8Array(decade.length);
  for (const rows of byDecade.values()) {
    rows.forEach((row, k) => (part[row] = Math.floor((PARTS * k) / rows.length)));
  }
  return part;
}

/** The value at half of the weight, from rows by rising value; NaN without weight. */
function weightedMedian(rising: readonly number[], values: Float32Array, weight: Int32Array): number {
  const half = rising.reduce((sum, i) => sum + weight[i], 0) / 2;
  let passed = 0;
  for (const i of rising) {
    passed += weight[i];
    if (passed >= half && half > 0) return values[i];
  }
  return NaN;
}
