import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** Rows of the clean tracks by artist, then title: the order of the files that the page of predictions looks songs up in. */
export default defineStage(({dataset: {raw, clean}}: {dataset: Dataset}): Int32Array => {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0); // the same on every machine
  return clean.slice().sort((a, b) => compare(raw.artist[a], raw.artist[b]) || compare(raw.title[a], raw.title[b]) || a - b); // prettier-ignore
});
