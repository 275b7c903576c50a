import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import type {Dataset} from "../tracks/types.js";
import {examRows} from "./examRows.js";
import type {Folds} from "./folds.js";

/** What a stage that fits one fold needs, and which fold it is. */
export interface FoldNeeds {
  readonly dataset: Dataset;
  readonly folds: Folds;
}
export interface FoldOptions {
  readonly exam: string;
  readonly fold: number;
}

/** One side of a fold: row numbers of `dataset.raw`, and what stands there. */
interface Side {
  readonly rows: Int32Array;
  readonly X: Columns;
  readonly y: Uint8Array;
}

/** Probabilities of the rows a fold tests, from a model that did not see them. */
export interface FoldPredictions {
  readonly rows: Int32Array; // of `dataset.raw`
  readonly p: Float64Array;
}

/** The rows an exam's fold trains on, and those it tests. */
export function splitFold({dataset, folds}: FoldNeeds, {exam, fold}: FoldOptions): {train: Side; test: Side} {
  const rows = examRows(dataset, exam);
  const assigned = folds[exam];
  const side = (picked: Int32Array): Side => ({
    rows: picked,
    X: takeRows(dataset.raw.X, picked),
    y: takeValues(dataset.raw.label, picked)
  });
  return {
    train: side(rows.filter((_, i) => assigned[i] !== fold)),
    test: side(rows.filter((_, i) => assigned[i] === fold))
  };
}
