import {selectColumns, type Columns} from "../columns.js";
import type {ReasonSpace} from "../wire/TracksData.js";
import {dimensionsOf, placeInSpace, type FeatureSpace} from "./featureSpace.js";

/** Tracks in a space, track by track, so that a search reads its memory in order. */
export interface PlacedTracks {
  readonly features: readonly string[]; // the space's, in its order; a coordinate beyond them is the key's second
  readonly length: number; // tracks
  readonly dimensions: number; // coordinates of a track
  readonly coordinates: Float32Array; // track × dimension; NaN is unknown
}

/**
 * Places tracks where those that sound alike are near.
 *
 * @param X a column for every feature of the space, in any order; NaN is missing
 * @throws RangeError if a feature has no column
 */
export function placeTracks(space: FeatureSpace, X: Columns): PlacedTracks {
  const {columns, length} = selectColumns(X, space.features);
  const dimensions = dimensionsOf(space);
  const coordinates = new Float32Array(length * dimensions);
  const x = new Float32Array(columns.length);
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < x.length; j++) x[j] = columns[j][i];
    placeInSpace(space, x, coordinates, i * dimensions);
  }
  return {features: space.features, length, dimensions, coordinates};
}

/**
 * Places tracks where those that a model judges for the same reasons are near. Contributions share a unit, log-odds, so
 * they are coordinates as they are.
 */
export function placeReasons({features, phi}: ReasonSpace): PlacedTracks {
  const dimensions = features.length;
  const length = phi[0]?.length ?? 0;
  const coordinates = new Float32Array(length * dimensions);
  phi.forEach((column, j) => {
    for (let i = 0; i < length; i++) coordinates[i * dimensions + j] = column[i];
  });
  return {features, length, dimensions, coordinates};
}
