import type {Refused} from "../../lib/wire/ModelsData.js";
import type {ExamFolds, Folds} from "./folds.js";
import type {FoldPredictions} from "./predictFold.js";

/** The predictions of all folds of a model. */
export interface FoldsNeeds {
  readonly folds: Folds;
  readonly [fold: `fold${number}`]: FoldPredictions;
}

/** What a model said of the rows of an exam, each time not having learned from them. */
export interface OutOfFold {
  readonly rows: Int32Array; // of the table, in the exam's order; rows that no fold tests are left out
  readonly part: Uint8Array; // the fold each row was tested in
  readonly p: Float64Array;
  readonly notes: readonly FoldPredictions["notes"][]; // one a fold
  readonly exam: ExamFolds;
}

/** Puts a model's folds together, or says why it could not sit the exam. */
export function outOfFold({folds, ...predicted}: FoldsNeeds, id: string): OutOfFold | Refused {
  const exam = folds[id];
  const tested = Object.entries<FoldPredictions>(predicted);
  const refusal = exam.refusal ?? tested.find(([, fold]) => fold.refusal !== null)?.[1].refusal;
  if (refusal) return {refusal};
  const byRow = new Map<number, readonly [part: number, p: number]>();
  for (const [name, fold] of tested) {
    fold.rows.forEach((row, i) => byRow.set(row, [Number(name.slice("fold".length)), fold.p[i]]));
  }
  const rows = exam.rows.filter((row) => byRow.has(row));
  return {
    rows,
    part: Uint8Array.from(rows, (row) => byRow.get(row)![0]),
    p: Float64Array.from(rows, (row) => byRow.get(row)![1]),
    notes: tested.flatMap(([, fold]) => (fold.rows.length > 0 ? [fold.notes] : [])),
    exam
  };
}
