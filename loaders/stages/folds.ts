import {columnNamed} from "../../lib/columnNamed.js";
import {takeValues} from "../../lib/columns.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {decadeFolds} from "../../lib/exams/decadeFolds.js";
import {EXAMS, type Exam} from "../../lib/exams/exams.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** Who is tested when: one entry an exam. */
export type Folds = Readonly<Record<string, ExamFolds>>;

export interface ExamFolds {
  readonly rows: Int32Array; // of the table, those the exam is held on
  readonly fold: Uint8Array; // one a row: 1 .. the fold that tests it, 0 where it is never tested
  readonly train: Exam["train"]; // which other folds a fold's model learns from
  readonly decades: readonly number[]; // what fold 0, 1, .. holds in the forward exams; else empty
  readonly refusal: string | null; // why the exam cannot be held
}

/**
 * Folds of every exam, from one seed. `memory` is held on the folds of `dedup`.
 *
 * An exam that a study has too few tracks, artists or decades for is refused with the reason, and the others are held.
 */
export default defineStage(({dataset}: {dataset: Dataset}, {folds, seed}: {folds: number; seed: number}): Folds =>
  Object.fromEntries(EXAMS.map((exam) => [exam.id, foldsOf(exam, dataset, folds, seed)]))
);

function foldsOf({rows: kept, folds: kind, train}: Exam, dataset: Dataset, folds: number, seed: number): ExamFolds {
  const {raw, clean} = dataset;
  const rows = kept === "raw" ? Int32Array.from(raw.label.keys()) : clean;
  const none = {rows: new Int32Array(0), fold: new Uint8Array(0), train, decades: []};
  if (kind === "decade") {
    const decade = takeValues(columnNamed(raw.X, "decade"), rows);
    const {fold, decades} = decadeFolds(decade, folds);
    const known = rows.filter((_, i) => fold[i] !== 255);
    if (decades.length > 1) return {rows: known, fold: fold.filter((k) => k !== 255), train, decades, refusal: null};
    return {...none, refusal: `it takes tracks of two decades or more, and the study knows of ${decades.length}`};
  }
  const label = takeValues(raw.label, rows);
  const groups = kind === "artist" ? Array.from(rows, (row) => artistKey(raw.artist[row])) : undefined;
  const [hits, flops] = [1, 0].map((value) => {
    const having = Array.from(rows.keys()).filter((i) => label[i] === value);
    return groups ? new Set(having.map((i) => groups[i])).size : having.length;
  });
  if (Math.min(hits, flops) < folds) {
    const what = groups ? "artists" : "tracks";
    return {...none, refusal: `it takes hits of ${folds} ${what} and flops of as many; there are ${hits} and ${flops}`};
  }
  const fold = assignFolds({label, groups, folds, seed}).map((k) => k + 1);
  return {rows, fold, train, decades: [], refusal: null};
}
