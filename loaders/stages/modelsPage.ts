import {EXAMS} from "../../lib/exams/exams.js";
import {examined} from "../../lib/wire/examined.js";
import type {ExamResults, FitNote, ModelResults, ModelsData, RefusedModel} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {ExamComparison} from "./compareExam.js";
import type {Evaluation} from "./evaluate.js";
import {isExamined} from "./isExamined.js";
import {fitNotes} from "./fitNotes.js";
import type {Folds} from "./folds.js";
import type {Variants} from "./variants.js";

/** An artist exam above this is a leak, not skill: nobody predicts songs of unknown artists that well. */
const LEAKAGE_AUC = 0.91;

interface Needs {
  readonly dataset: Dataset;
  readonly folds: Folds;
  readonly variants: Variants;
  readonly [name: string]: unknown; // evaluations named "exam model", comparisons named "compared exam"
}
interface Options {
  readonly entered: readonly (readonly [exam: string, models: readonly PredictorId[]])[];
}

/** Every exam's results for models.md, the hardest exam first. */
export default defineStage(({dataset, folds, variants, ...needs}: Needs, {entered}: Options): ModelsData => {
  const exams = entered.map(([id, models]) => {
    const {versus, agreement} = needs[`compared ${id}`] as ExamComparison;
    const {title, sentence} = EXAMS.find((exam) => exam.id === id)!;
    const evaluations = models.map((model) => [model, needs[`${id} ${model}`] as Evaluation] as const);
    const sat = evaluations.flatMap(([, evaluation]) => (isExamined(evaluation) ? [evaluation] : []));
    const rows = sat.at(0)?.rows ?? new Int32Array(0);
    return {
      id,
      title,
      sentence,
      rows: rows.length,
      hits: rows.reduce((sum, row) => sum + dataset.raw.label[row], 0),
      refusal: folds[id].refusal,
      models: folds[id].refusal === null ? evaluations.map(([model, one]) => resultOf(model, one, versus[model])) : [],
      agreement
    };
  });
  if (!dataset.provenance.synthetic) refuseLeakage(needs["artist boosted"] as Evaluation);
  const notes = entered.flatMap(([exam, models]) =>
    exam === "artist" ? models.flatMap((id): FitNote[] => fitNotes(id, needs[`${exam} ${id}`] as Evaluation)) : []
  );
  return {exams: exams.sort((a, b) => hardness(b) - hardness(a)), ...variants, fits: notes};
});

function resultOf(
  id: PredictorId,
  evaluation: Evaluation,
  versus: ModelResults["versus"]
): ModelResults | RefusedModel {
  if (!isExamined(evaluation)) return {id, refusal: evaluation.refusal};
  const {rows: _rows, p: _p, notes: _notes, ...results} = evaluation;
  return {id, ...results, versus};
}

/** How far an exam's best model of songs stays from a perfect ranking; the artist's memory and refused exams come last. */
function hardness({refusal, models}: ExamResults): number {
  if (refusal !== null) return -2;
  const aucs = examined({models}).flatMap(({id, metrics}) => (id === "memory" ? [] : [metrics.auc.value ?? 0]));
  return aucs.length === 0 ? -1 : 1 - Math.max(...aucs);
}

function refuseLeakage(boosted: Evaluation): void {
  if (!isExamined(boosted)) return;
  const auc = boosted.metrics.auc.value;
  if (auc === null || auc <= LEAKAGE_AUC) return;
  throw new Error(
    `boosted reaches AUC ${auc.toFixed(3)} in the artist exam, above ${LEAKAGE_AUC}: a feature knows the label or the ` +
      "artist, or artists are in two folds; find the leak before publishing"
  );
}
