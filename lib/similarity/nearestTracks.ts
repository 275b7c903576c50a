import type {PlacedTracks} from "./placeTracks.js";

/** A track and how far it is: the root mean square of the differences, in the space's unit. */
export interface Neighbour {
  readonly track: number;
  readonly distance: number;
}

/**
 * The k nearest tracks, exactly: every track is looked at, and left as soon as it is farther than the k-th best so far.
 *
 * d = √(mean over the coordinates that both know of (aⱼ − bⱼ)²)
 *
 * @param at the place to start from, one value a dimension; NaN is unknown
 * @param k how many, 1 or more
 * @param skip a track that is left out
 * @param among the only tracks that are looked at, ascending; all where it is not given
 * @returns nearest first, ties by track number; fewer than k where fewer share a known coordinate with `at`
 * @throws RangeError if `at` has another width or k is not a count
 */
export function nearestTracks(
  {length, dimensions, coordinates}: PlacedTracks,
  at: ArrayLike<number>,
  k: number,
  skip = -1,
  among?: Int32Array
): Neighbour[] {
  if (at.length !== dimensions) throw new RangeError(`nearestTracks requires ${dimensions} values; got ${at.length}`);
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`nearestTracks requires k of 1 or more; got ${k}`);
  const known = Int32Array.from(Array.from({length: dimensions}, (_, j) => j).filter((j) => !Number.isNaN(at[j])));
  const from = Float64Array.from(known, (j) => at[j]);
  const axes = known.length;
  const tracks = new Int32Array(k);
  const sums = new Float64Array(k).fill(Infinity); // of squares, ascending; of few shared axes, scaled up to all
  let worst = Infinity;
  let found = 0;

  const last = among ? among.length : length;
  for (let n = 0; n < last; n++) {
    const i = among ? among[n] : n;
    const start = i * dimensions;
    let sum = 0;
    for (let a = 0; a < axes; a++) {
      const difference = coordinates[start + known[a]] - from[a];
      sum += difference * difference;
      if (sum >= worst) break;
    }
    if (Number.isNaN(sum)) sum = sharedSum(coordinates, start, known, from);
    if (!(sum < worst) || axes === 0 || i === skip) continue;
    let place = found < k ? found++ : k - 1;
    for (; place > 0 && sums[place - 1] > sum; place--) {
      sums[place] = sums[place - 1];
      tracks[place] = tracks[place - 1];
    }
    sums[place] = sum;
    tracks[place] = i;
    worst = sums[k - 1];
  }
  return Array.from({length: found}, (_, n) => ({track: tracks[n], distance: Math.sqrt(sums[n] / axes)}));
}

/** The sum of squares over the axes that are known, as if all were; infinite where none is. */
function sharedSum(coordinates: Float32Array, start: number, known: Int32Array, from: Float64Array): number {
  let sum = 0;
  let shared = 0;
  for (let a = 0; a < known.length; a++) {
    const difference = coordinates[start + known[a]] - from[a];
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    shared++;
  }
  return shared === 0 ? Infinity : sum * (known.length / shared);
}
