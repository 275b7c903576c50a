import type {Columns} from "../columns.js";
import {dimensionsOf, placeInSpace, type FeatureSpace} from "../similarity/featureSpace.js";
import {nearestTracks} from "../similarity/nearestTracks.js";
import {placeTracks, type PlacedTracks} from "../similarity/placeTracks.js";
import {sigmoid} from "../sigmoid.js";
import {marginOfRow} from "../trees/marginOfRow.js";
import {predictTrees} from "../trees/predictTrees.js";
import type {TreeEnsemble} from "../trees/types.js";
import type {KnownParts} from "./knownParts.js";

/** A song of which part is known, among the tracks of a study. */
export interface PartlyKnown extends KnownParts {
  readonly space: FeatureSpace; // of the model's features, in their order
  readonly X: Columns; // the study's tracks: one column a feature of the model, in their order; NaN is missing
  readonly placed?: PlacedTracks; // the same tracks in the space; placed anew where it is not given, which takes longer
  readonly model: TreeEnsemble; // its margin is log-odds
}

/** The probabilities that what is unknown leaves open. */
export interface UnknownRange {
  readonly low: number; // exceeded by nine in ten of the probabilities drawn
  readonly high: number; // exceeded by one in ten
  readonly drawn: number; // tracks that lent their values; 0 where nothing is unknown, or no track shares a known value
}

/** How many tracks lend their values. */
export const LENDERS = 50;
const OUTSIDE = 0.1; // of the probabilities, at either end

/**
 * What the model would say of the song if it were, in all that is unknown, like one of the tracks that are most alike in
 * what is known: the span of the middle 80 % of the answers.
 *
 * What a lending track lacks itself stays missing. With nothing unknown there is one answer; with nothing known, or where
 * no track shares it, the range is [0, 1]. The ends are the values at ranks .1 (n + 1) and .9 (n + 1) of n answers, between
 * which another draw falls with probability .8.
 *
 * @param k how many tracks lend their values
 * @throws RangeError if x, known or the space have another width than the model
 * @see Hyndman and Fan 1996, The American Statistician 50(4): their type 6
 */
export function rangeOfUnknowns(song: PartlyKnown, k = LENDERS): UnknownRange {
  const {x, known, roughly, space, X, model} = song;
  const width = model.features.length;
  if (x.length !== width || known.length !== width || space.features.length !== width) {
    const got = `x ${x.length}, known ${known.length}, space ${space.features.length}`;
    throw new RangeError(`rangeOfUnknowns requires ${width} features; got ${got}`);
  }
  if (known.every(Boolean)) {
    const p = sigmoid(marginOfRow(model, x));
    return {low: p, high: p, drawn: 0};
  }
  const among = roughly && tracksWithin(X, roughly);
  const isEnough = !among || among.length >= k; // else an answer is looked for by the value that stands for it
  const looked = x.map((value, j) => (known[j] || (!isEnough && roughly![j]) ? value : NaN));
  const place = new Float32Array(dimensionsOf(space));
  placeInSpace(space, looked, place);
  const lenders = nearestTracks(song.placed ?? placeTracks(space, X), place, k, -1, isEnough ? among : undefined);
  if (lenders.length === 0) return {low: 0, high: 1, drawn: 0};
  const columns = X.columns.map((column, j) => {
    return Float32Array.from(lenders, ({track}) => (known[j] ? x[j] : column[track]));
  });
  const p = predictTrees(model, {names: model.features, columns, length: lenders.length}).sort();
  return {low: atRank(p, OUTSIDE), high: atRank(p, 1 - OUTSIDE), drawn: lenders.length};
}

/** The tracks whose values lie in all ranges. */
function tracksWithin(X: Columns, ranges: NonNullable<KnownParts["roughly"]>): Int32Array | undefined {
  const asked = X.columns.flatMap((column, j) => {
    const range = ranges[j];
    return range ? [{column, from: range[0], to: range[1]}] : [];
  });
  if (asked.length === 0) return undefined;
  const within = new Int32Array(X.length);
  let count = 0;
  for (let i = 0; i < X.length; i++) {
    if (asked.every(({column, from, to}) => column[i] >= from && column[i] < to)) within[count++] = i;
  }
  return within.subarray(0, count);
}

/** The value at rank share (n + 1) of n sorted ones, between two by the straight line; at most the last, at least the first. */
function atRank(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length, Math.max(1, share * (sorted.length + 1))) - 1;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
