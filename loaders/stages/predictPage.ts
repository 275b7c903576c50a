import {takeRows, takeValues} from "../../lib/columns.js";
import {conformalScores} from "../../lib/conformal/conformalScores.js";
import {conformalThreshold} from "../../lib/conformal/conformalThreshold.js";
import type {GlassboxFit} from "../../lib/glassbox/fitGlassbox.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import type {Mlp} from "../../lib/mlp/types.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ExplainedId} from "../../lib/wire/ExplainData.js";
import type {PredictData, VerdictThreshold} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {controlRanges} from "./controlRanges.js";
import type {DecadeModels} from "./decadeModels.js";
import type {Evaluation} from "./evaluate.js";
import {isExamined} from "./isExamined.js";
import {spaceOf} from "./spaceOf.js";
import {studyIdentity} from "./studyIdentity.js";

/** What a reader may ask for. */
const ERROR_RATES = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];

interface Needs extends Readonly<Record<`artist ${ExplainedId}`, Evaluation>> {
  readonly dataset: Dataset;
  readonly logistic: LogisticModel | null;
  readonly glassbox: GlassboxFit;
  readonly mlp: Mlp;
  readonly boosted: TreeEnsemble;
  readonly decades: DecadeModels;
  readonly refits: readonly TreeEnsemble[];
}

/** What predict.md needs at first besides the trees. */
export default defineStage((needs: Needs, {models}: {models: readonly ExplainedId[]}): PredictData => {
  const {dataset, logistic, glassbox, mlp, boosted} = needs;
  const decades = needs.decades.models;
  const {raw, clean, provenance} = dataset;
  return {
    ...studyIdentity(provenance, boosted),
    controls: controlRanges(
      dataset,
      decades.map(({decade}) => decade)
    ),
    space: spaceOf(takeRows(raw.X, clean)),
    logistic,
    glassbox: glassbox.model,
    mlp,
    auc: Object.fromEntries(models.flatMap((id) => aucOf(id, needs[`artist ${id}`]))),
    thresholds: thresholds(dataset, needs["artist boosted"]),
    decades,
    refits: needs.refits.length
  };
});

function aucOf(id: ExplainedId, evaluation: Evaluation): [ExplainedId, number][] {
  const auc = isExamined(evaluation) ? evaluation.metrics.auc.value : null;
  return auc === null ? [] : [[id, Number(auc.toFixed(4))]];
}

function thresholds({raw}: Dataset, artist: Evaluation): VerdictThreshold[] {
  if (!isExamined(artist)) return [];
  const scores = conformalScores(takeValues(raw.label, artist.rows), artist.p);
  return ERROR_RATES.map((errorRate) => ({errorRate, threshold: conformalThreshold(scores, errorRate)}));
}
