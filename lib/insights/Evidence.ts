import type {Metrics} from "../metrics/types.js";
import {examined} from "../wire/examined.js";
import type {ExplainData} from "../wire/ExplainData.js";
import type {LabelWords} from "../wire/LabelWords.js";
import type {ModelResults, ModelsData} from "../wire/ModelsData.js";
import type {PredictorId} from "../wire/models.js";
import type {Calls} from "./measureCalls.js";
import type {Lengths} from "./measureLengths.js";
import type {Trait} from "./measureTraits.js";
import type {Voice} from "./measureVoice.js";

/** All that findings are made from. */
export interface Evidence {
  readonly hash: string; // of the dataset
  readonly label: LabelWords; // what it calls a hit
  readonly models: ModelsData;
  readonly explain: ExplainData;
  readonly traits: readonly Trait[];
  readonly voice: Voice | null;
  readonly lengths: Lengths | null;
  readonly calls: Calls | null; // of the boosted trees, among new artists
}

/** How a model did in an exam; undefined if it did not sit it, or nobody did. */
export function resultOf(
  {exams}: Pick<ModelsData, "exams">,
  exam: string,
  model: PredictorId
): ModelResults | undefined {
  const held = exams.find(({id}) => id === exam);
  return held && examined(held).find(({id}) => id === model);
}

/** A model's AUC in an exam, where it is defined. */
export function aucOf(models: Pick<ModelsData, "exams">, exam: string, model: PredictorId): Defined | undefined {
  const auc = resultOf(models, exam, model)?.metrics.auc;
  return auc && auc.value !== null ? auc : undefined;
}

type Defined = Exclude<Metrics["auc"], {value: null}>;
