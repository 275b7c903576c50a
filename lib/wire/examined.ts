import type {ExamResults, ModelResults, RefusedModel} from "./ModelsData.js";

/** The models that sat an exam. */
export function examined({models}: Pick<ExamResults, "models">): ModelResults[] {
  return models.filter((model): model is ModelResults => "metrics" in model);
}

/** The models that could not sit an exam. */
export function refused({models}: Pick<ExamResults, "models">): RefusedModel[] {
  return models.filter((model): model is RefusedModel => "refusal" in model);
}
