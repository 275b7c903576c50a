import type {Columns} from "../../lib/columns.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import {groupIndex} from "../../lib/metrics/groupIndex.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** The study as numbers alone: all that fits and exams read, so that threads share it without a copy. */
export interface Table {
  readonly X: Columns; // every usable row; missing values are NaN
  readonly label: Uint8Array; // 1 hit, 0 flop
  readonly artist: Int32Array; // number of each row's artist, however the name is spelt
  readonly clean: Int32Array; // row numbers: one row a track
}

/** The numbers of a study. */
export default defineStage(({dataset: {raw, clean}}: {dataset: Dataset}): Table => ({
  X: raw.X,
  label: raw.label,
  artist: groupIndex(raw.artist.map(artistKey)).index,
  clean
}));
