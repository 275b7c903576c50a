import {EXAMS} from "../../lib/exams/exams.js";
import type {ModelsData} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation} from "./evaluate.js";
import {examRows} from "./examRows.js";

/** An artist exam above this is a leak, not skill: nobody predicts songs of unknown artists that well. */
const LEAKAGE_AUC = 0.91;

/** Every exam's results for models.md, in the order of the options; needs an evaluation named "exam model" for each. */
export default defineStage(
  (
    needs: {dataset: Dataset; [name: string]: unknown},
    {entered}: {entered: readonly (readonly [exam: string, models: readonly PredictorId[]])[]}
  ): ModelsData => {
    const evaluationOf = (exam: string, model: PredictorId) => needs[`${exam} ${model}`] as Evaluation;
    const {dataset} = needs;
    const exams = entered.map(([id, entrants]) => {
      const {title, sentence} = EXAMS.find((exam) => exam.id === id)!;
      const rows = examRows(dataset, id);
      const models = entrants.map((model) => {
        const {metrics, roc, precisionRecall, reliability, thresholds} = evaluationOf(id, model);
        return {id: model, metrics, roc, precisionRecall, reliability, thresholds};
      });
      const hits = rows.reduce((sum, row) => sum + dataset.raw.label[row], 0);
      return {id, title, sentence, rows: rows.length, hits, models};
    });
    if (!dataset.provenance.synthetic) refuseLeakage(evaluationOf("artist", "boosted"));
    return {exams};
  }
);

function refuseLeakage({metrics}: Evaluation): void {
  const auc = metrics.auc.value;
  if (auc === null || auc <= LEAKAGE_AUC) return;
  throw new Error(
    `boosted reaches AUC ${auc.toFixed(3)} in the artist exam, above ${LEAKAGE_AUC}: a feature knows the label or the ` +
      "artist, or artists are in two folds; find the leak before publishing"
  );
}
