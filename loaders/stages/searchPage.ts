import type {SearchFile} from "../../lib/search/decodeSearch.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** Titles and artists of the tracks in the order of songOrder. */
export default defineStage(({dataset: {raw}, order}: {dataset: Dataset; order: Int32Array}): SearchFile => {
  const counts = new Map<string, number>();
  for (const row of order) counts.set(raw.artist[row], (counts.get(raw.artist[row]) ?? 0) + 1);
  return {
    titles: Array.from(order, (row) => raw.title[row]),
    artists: [...counts.keys()],
    tracks: [...counts.values()]
  };
});
