import {takeRows, type Columns} from "../../lib/columns.js";
import {shuffle} from "../../lib/exams/shuffle.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {nearestTracks} from "../../lib/similarity/nearestTracks.js";
import {placeTracks} from "../../lib/similarity/placeTracks.js";
import type {FamiliarTracks} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import {roundNumbers} from "./roundNumbers.js";
import {spaceOf} from "./spaceOf.js";
import type {Table} from "./table.js";

const DIGITS = 3; // of a value: a page draws no finer
const SHARE = 0.99; // of the tracks that are familiar

interface Options {
  readonly tracks: number; // in the sample, at most
  readonly seed: number;
}

/** A sample of the tracks, and how near to it nearly all others are. */
export default defineStage(({table: {X, clean}}: {table: Table}, {tracks, seed}: Options): FamiliarTracks => {
  const rows = shuffle([...clean], randomSource(seed));
  const size = Math.min(tracks, Math.ceil(rows.length / 2)); // others are needed, to tell how near they are
  const sample = takeRows(X, rows.slice(0, size));
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  const x = sample.columns.map((column) => roundNumbers(Array.from(column, orNull), DIGITS));
  const shown = {...sample, columns: x.map((values) => Float32Array.from(values, (value) => value ?? NaN))};
  const others = takeRows(X, rows.slice(size));
  return {x, within: coveringDistance(others, shown, takeRows(X, clean))};
});

/** How far from the nearest track of the sample all but a few are. */
function coveringDistance(tracks: Columns, sample: Columns, all: Columns): number {
  const space = spaceOf(all);
  const [asked, placed] = [placeTracks(space, tracks), placeTracks(space, sample)];
  const distances = Array.from({length: asked.length}, (_, i) => i * asked.dimensions)
    .map((start) => asked.coordinates.subarray(start, start + asked.dimensions))
    .flatMap((at) => nearestTracks(placed, at, 1).map(({distance}) => distance)) // none where they share no known value
    .sort((a, b) => a - b);
  return Number((distances[Math.floor(SHARE * (distances.length - 1))] ?? 0).toPrecision(4));
}
