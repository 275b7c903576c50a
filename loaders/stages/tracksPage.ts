import {takeRows, takeValues} from "../../lib/columns.js";
import type {TracksData} from "../../lib/wire/TracksData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

interface Needs {
  readonly dataset: Dataset;
  readonly order: Int32Array; // rows
  readonly artist: Evaluation; // boosted in the artist exam
}

/** The tracks in the order of songOrder, for the page of predictions. */
export default defineStage(({dataset: {raw}, order, artist}: Needs): TracksData => {
  const p = new Float32Array(raw.X.length).fill(NaN);
  if (isExamined(artist)) artist.rows.forEach((row, i) => (p[row] = Number(artist.p[i].toFixed(4))));
  return {
    ids: Array.from(order, (row) => spotifyId(raw.uri[row])),
    X: takeRows(raw.X, order),
    label: takeValues(raw.label, order),
    p: takeValues(p, order)
  };
});

/** The id of a track's uri, link or bare id; "" if it is none of Spotify's. */
function spotifyId(uri: string): string {
  return /^(?:(?:.*[:/])?track[:/])?([0-9A-Za-z]{22})(?![0-9A-Za-z])/.exec(uri)?.[1] ?? "";
}
