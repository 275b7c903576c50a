import {takeValues} from "../../lib/columns.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import type {Metrics} from "../../lib/metrics/types.js";
import type {Refused} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import {isExamined} from "./isExamined.js";
import {outOfFold, type FoldsNeeds} from "./outOfFold.js";
import type {Table} from "./table.js";

/** A model's predictions of an exam's rows, and how good they are. */
export interface Measured {
  readonly rows: Int32Array; // of the table, those predicted
  readonly p: Float64Array; // out of fold, one a row
  readonly metrics: Metrics;
}

/** Measures a model of which only its metrics are asked, such as one that was given less. */
export default defineStage(
  (
    {table, ...predicted}: FoldsNeeds & {table: Table},
    {exam, seed}: {exam: string; seed: number}
  ): Measured | Refused => {
    const judged = outOfFold(predicted, exam);
    if (!isExamined(judged)) return judged;
    const {rows, p} = judged;
    const metrics = evaluatePredictions(takeValues(table.label, rows), p, takeValues(table.artist, rows), {seed});
    return {rows, p, metrics};
  }
);
