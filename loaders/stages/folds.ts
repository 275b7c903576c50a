import {artistKey} from "../../lib/exams/artistKey.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {takeValues} from "../../lib/columns.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {examRows} from "./examRows.js";

/** Which fold each row of an exam is tested in; rows as in `examRows`. */
export type Folds = Readonly<Record<string, Uint8Array>>;

/** Folds of every exam, from one seed. `memory` is held on the folds of `dedup`. */
export default defineStage(({dataset}: {dataset: Dataset}, {folds, seed}: {folds: number; seed: number}): Folds => {
  const {raw, clean} = dataset;
  const label = takeValues(raw.label, clean);
  const groups = Array.from(clean, (i) => artistKey(raw.artist[i]));
  const dedup = assignFolds({label, folds, seed});
  return {
    raw: assignFolds({label: takeValues(raw.label, examRows(dataset, "raw")), folds, seed}),
    dedup,
    artist: assignFolds({label, groups, folds, seed}),
    memory: dedup
  };
});
