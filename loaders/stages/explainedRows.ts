import {evenPick} from "../../lib/evenPick.js";
import {shuffle} from "../../lib/exams/shuffle.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** Rows of the tracks that every model explains: an even pick over decades and labels, in that order. */
export default defineStage(
  ({table: {X, label, clean}}: {table: Table}, {tracks, seed}: {tracks: number; seed: number}): Int32Array => {
    const decade = X.columns[X.names.indexOf("decade")];
    const order = (row: number) => 2 * (decade[row] || 0) + label[row];
    const rows = shuffle([...clean], randomSource(seed)).sort((a, b) => order(a) - order(b));
    return Int32Array.from(evenPick(rows.length, tracks), (place) => rows[place]);
  }
);
