import {columnNamed} from "../../lib/columnNamed.js";
import {evenPick} from "../../lib/evenPick.js";
import {shuffle} from "../../lib/exams/shuffle.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

const FEWEST = 150; // of a small study, which explains a tenth of its tracks where that is more

/** Rows of the tracks that every model explains, `tracks` at most: an even pick over decades and labels, in that order. */
export default defineStage(
  ({table: {X, label, clean}}: {table: Table}, {tracks, seed}: {tracks: number; seed: number}): Int32Array => {
    const decade = columnNamed(X, "decade");
    const order = (row: number) => 2 * (decade[row] || 0) + label[row];
    const rows = shuffle([...clean], randomSource(seed)).sort((a, b) => order(a) - order(b));
    return Int32Array.from(
      evenPick(rows.length, Math.min(tracks, Math.max(FEWEST, Math.round(rows.length / 10)))),
      (place) => rows[place]
    );
  }
);
