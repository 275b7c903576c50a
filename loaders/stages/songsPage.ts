import {columnNamed} from "../../lib/columnNamed.js";
import {shortestFloat} from "../../lib/trees/shortestFloat.js";
import type {ExplainedSongs} from "../../lib/wire/ExplainData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** The explained tracks, for explain.md. */
export default defineStage(({dataset: {raw}, explained}: {dataset: Dataset; explained: Int32Array}): ExplainedSongs => {
  const decade = columnNamed(raw.X, "decade");
  return {
    songs: Array.from(explained, (row) => ({
      title: raw.title[row],
      artist: raw.artist[row],
      decade: known(decade[row]),
      hit: raw.label[row] === 1
    })),
    x: raw.X.columns.map((column) => Array.from(explained, (row) => known(column[row])))
  };
});

const known = (value: number) => (Number.isNaN(value) ? null : shortestFloat(value));
