import type {Columns} from "../columns.js";
import {dimensionsOf, placeInSpace, type FeatureSpace} from "../similarity/featureSpace.js";
import {nearestTracks} from "../similarity/nearestTracks.js";
import {placeTracks, type PlacedTracks} from "../similarity/placeTracks.js";
import {quantile} from "d3-array";
import {sigmoid} from "../sigmoid.js";
import {marginOfRow} from "../trees/marginOfRow.js";
import type {TreeEnsemble} from "../trees/types.js";

/** A song of which part is known, among the tracks of a study. */
export interface PartlyKnown {
  readonly x: Float32Array; // one value a feature of the model, in their order; what stands where nothing is known is not read
  readonly known: readonly boolean[]; // one a feature
  readonly space: FeatureSpace; // of the model's features, in their order
  readonly X: Columns; // the study's tracks: one column a feature of the model, in their order; NaN is missing
  readonly placed?: PlacedTracks; // the same tracks in the space; placed anew where it is not given, which takes longer
  readonly model: TreeEnsemble; // its margin is log-odds
}

/** The probabilities that what is unknown leaves open. */
export interface UnknownRange {
  readonly low: number; // 10 % quantile of the probabilities drawn
  readonly high: number; // 90 %
  readonly drawn: number; // tracks that lent their values; 0 where nothing is unknown or no track shares a known value
}

/** How many tracks lend their values. */
export const LENDERS = 50;

/**
 * What the model would say of the song if it were, in all that is unknown, like one of the tracks that are most alike in
 * what is known: the span of the middle 80 % of the answers.
 *
 * What a lending track lacks itself stays missing. With nothing unknown there is one answer.
 *
 * @param k how many tracks lend their values
 * @throws RangeError if x, known, the space and the tracks are not of the model's features
 */
export function rangeOfUnknowns({x, known, space, X, placed, model}: PartlyKnown, k = LENDERS): UnknownRange {
  const ask = (row: Float32Array) => sigmoid(marginOfRow(model, row));
  if (known.every(Boolean)) return {low: ask(x), high: ask(x), drawn: 0};
  const place = new Float32Array(dimensionsOf(space));
  placeInSpace(
    space,
    x.map((value, j) => (known[j] ? value : NaN)),
    place
  );
  const lenders = nearestTracks(placed ?? placeTracks(space, X), place, k);
  const p = lenders.map(({track}) => ask(x.map((value, j) => (known[j] ? value : X.columns[j][track]))));
  if (p.length === 0) return {low: 0, high: 1, drawn: 0};
  return {low: quantile(p, 0.1)!, high: quantile(p, 0.9)!, drawn: p.length};
}
