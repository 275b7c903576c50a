import {takeRows, takeValues} from "../../lib/columns.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import {liftCurve} from "../../lib/metrics/liftCurve.js";
import {precisionRecallCurve} from "../../lib/metrics/precisionRecallCurve.js";
import {reliabilityCurve} from "../../lib/metrics/reliabilityCurve.js";
import {rocCurve} from "../../lib/metrics/rocCurve.js";
import type {Curve, ModelResults, Refused, ThresholdCounts} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import {conformalResults} from "./conformalResults.js";
import {isExamined} from "./isExamined.js";
import type {Measured} from "./measure.js";
import {outOfFold, type FoldsNeeds, type OutOfFold} from "./outOfFold.js";
import {partResults} from "./partResults.js";
import {recalibrated} from "./recalibrated.js";
import {sliceResults} from "./sliceResults.js";
import type {Table} from "./table.js";

/** How one model did in one exam, or why it could not sit it. */
export type Evaluation = Examined | Refused;

export interface Examined extends Measured, Omit<ModelResults, "id" | "versus" | "metrics"> {
  readonly notes: OutOfFold["notes"];
}

/** What a model said of the rows of an exam, and who they are. */
export interface Judged {
  readonly y: Uint8Array;
  readonly p: Float64Array;
  readonly artists: Int32Array;
  readonly part: Uint8Array; // the fold each row was tested in
}

/** Puts the folds' predictions together and measures them. */
export default defineStage(
  ({table, ...predicted}: FoldsNeeds & {table: Table}, options: {exam: string; seed: number}): Evaluation => {
    const together = outOfFold(predicted, options.exam);
    if (!isExamined(together)) return together;
    const {rows, part, p, notes, exam} = together;
    const {seed} = options;
    const y = takeValues(table.label, rows);
    const judged: Judged = {y, p, artists: takeValues(table.artist, rows), part};
    const X = takeRows(table.X, rows);
    const rule = exam.train === "others" ? "others" : "past"; // what may be learned from, to judge a fold's predictions
    return {
      rows,
      p,
      notes,
      metrics: evaluatePredictions(y, p, judged.artists, {seed}),
      roc: curve(rocCurve(y, p), "falsePositiveRate", "truePositiveRate"),
      precisionRecall: curve(precisionRecallCurve(y, p), "recall", "precision"),
      lift: curve(liftCurve(y, p), "share", "lift"),
      reliability: reliabilityCurve(y, p),
      recalibrated: recalibrated(judged, rule, seed),
      thresholds: countsByPercent(y, p),
      conformal: conformalResults(judged, rule, X),
      slices: sliceResults(judged, X),
      parts: partResults(judged, {...exam, seed})
    };
  }
);

function curve<P>(points: readonly P[] | null, x: keyof P, y: keyof P): Curve {
  const coordinate = (key: keyof P) => (points ?? []).map((point) => Number((point[key] as number).toFixed(4)));
  return {x: coordinate(x), y: coordinate(y)};
}

/** Hits and flops at or above the thresholds 0, .01, .. 1. */
function countsByPercent(y: Uint8Array, p: Float64Array): ThresholdCounts {
  const tp = new Array<number>(101).fill(0);
  const fp = new Array<number>(101).fill(0);
  y.forEach((label, i) => {
    for (let t = 0; t <= 100 && p[i] >= t / 100; t++) (label === 1 ? tp : fp)[t]++;
  });
  return {tp, fp};
}
