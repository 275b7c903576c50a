import {takeRows, type Columns} from "../../lib/columns.js";
import {dimensionsOf, placeInSpace, type FeatureSpace} from "../../lib/similarity/featureSpace.js";
import type {FamiliarTracks} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import {roundNumbers} from "./roundNumbers.js";
import {spaceOf} from "./spaceOf.js";
import type {Table} from "./table.js";

const DIGITS = 3; // of a value: a page draws no finer
const SHARE = 0.99; // of the tracks that are familiar

/** A sample of the tracks, and how near to it nearly all others are. */
export default defineStage(({table, sample}: {table: Table; sample: Int32Array}): FamiliarTracks => {
  const space = spaceOf(takeRows(table.X, table.clean));
  const x = takeRows(table.X, sample).columns.map((column) =>
    roundNumbers(Array.from(column, (value) => (Number.isNaN(value) ? null : value)), DIGITS)
  ); // prettier-ignore
  const shown: Columns = {
    names: table.X.names,
    columns: x.map((values) => Float32Array.from(values, (value) => value ?? NaN)),
    length: sample.length
  };
  const isSampled = new Set(sample);
  const others = table.clean.filter((row) => !isSampled.has(row));
  const asked = others.length > 0 ? takeRows(table.X, others) : shown; // a study so small that all are in the sample
  const distances = nearestDistances(places(space, asked), places(space, shown), dimensionsOf(space)).sort();
  return {x, within: Number(distances[Math.floor(SHARE * (distances.length - 1))].toPrecision(4))};
});

/** Coordinates of all tracks, one after the other. */
function places(space: FeatureSpace, {columns, length}: Columns): Float32Array {
  const width = dimensionsOf(space);
  const placed = new Float32Array(length * width);
  for (let i = 0; i < length; i++) {
    placeInSpace(
      space,
      Float32Array.from(columns, (column) => column[i]),
      placed,
      i * width
    );
  }
  return placed;
}

/** Root mean square difference of each track to the sample's nearest one, over the axes that both know. */
function nearestDistances(tracks: Float32Array, sample: Float32Array, width: number): Float32Array {
  const nearest = new Float32Array(tracks.length / width);
  for (let i = 0; i < nearest.length; i++) {
    let least = Infinity;
    for (let start = 0; start < sample.length; start += width) {
      let sum = 0;
      let shared = 0;
      for (let k = 0; k < width; k++) {
        const difference = tracks[i * width + k] - sample[start + k];
        if (Number.isNaN(difference)) continue;
        sum += difference * difference;
        shared++;
      }
      if (sum < least * shared) least = sum / shared;
    }
    nearest[i] = Math.sqrt(least);
  }
  return nearest;
}
