import {artistKey} from "../../lib/exams/artistKey.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import {precisionRecallCurve} from "../../lib/metrics/precisionRecallCurve.js";
import {reliabilityCurve} from "../../lib/metrics/reliabilityCurve.js";
import {rocCurve} from "../../lib/metrics/rocCurve.js";
import type {Curve, ModelResults, ThresholdCounts} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {examRows} from "./examRows.js";
import type {FoldPredictions} from "./splitFold.js";

/** How one model did in one exam. */
export interface Evaluation extends Omit<ModelResults, "id"> {
  readonly p: Float64Array; // out of fold, in the order of `examRows`
}

interface Needs {
  readonly dataset: Dataset;
  readonly [fold: `fold${number}`]: FoldPredictions;
}

/** Puts the folds' predictions together and measures them; intervals are by bootstrap over artists. */
export default defineStage(({dataset, ...folds}: Needs, {exam, seed}: {exam: string; seed: number}): Evaluation => {
  const {label, artist} = dataset.raw;
  const rows = examRows(dataset, exam);
  const byRow = new Float64Array(label.length).fill(NaN); // a row that no fold predicted is refused below
  for (const fold of Object.values<FoldPredictions>(folds)) fold.rows.forEach((row, i) => (byRow[row] = fold.p[i]));
  const p = Float64Array.from(rows, (row) => byRow[row]);
  const y = Uint8Array.from(rows, (row) => label[row]);
  const artists = Array.from(rows, (row) => artistKey(artist[row]));
  return {
    p,
    metrics: evaluatePredictions(y, p, artists, {seed}),
    roc: curve(rocCurve(y, p), "falsePositiveRate", "truePositiveRate"),
    precisionRecall: curve(precisionRecallCurve(y, p), "recall", "precision"),
    reliability: reliabilityCurve(y, p),
    thresholds: countsByPercent(y, p)
  };
});

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
