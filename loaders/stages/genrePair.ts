import {takeRows, takeValues} from "../../lib/columns.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictMargins} from "../../lib/trees/predictMargins.js";
import {defineStage} from "../store/stage.js";
import type {GenreTracks} from "./genreTracks.js";

/** Margins of the rows of two folds, by trees that learned from neither and are not told the genre. */
export interface GenrePair {
  readonly folds: readonly [number, number];
  readonly rows: Int32Array; // of GenreTracks, ascending
  readonly blind: Float64Array; // log-odds
}

interface Options {
  readonly folds: readonly [number, number]; // counted from 1
  readonly pooled: BoostedOptions;
}

/**
 * Fits trees without two folds: what a correction learns from in the one when the other is asked. Trees that had seen
 * the fold asked would let its labels into the correction. Null where there is nothing to examine.
 */
export default defineStage(({tracks}: {tracks: GenreTracks | null}, {folds, pooled}: Options): GenrePair | null => {
  if (!tracks || tracks.refusal) return null;
  const {X, label, artist, fold, track} = tracks;
  const learned = Int32Array.from(label.keys()).filter((t) => !folds.includes(fold[t]));
  const groups = takeValues(artist, learned);
  const trees = fitBoosted(takeRows(X, learned), takeValues(label, learned), {...pooled, groups});
  const rows = Int32Array.from(track.keys()).filter((row) => folds.includes(fold[track[row]]));
  return {folds, rows, blind: predictMargins(trees, takeRows(X, takeValues(track, rows)))};
});
