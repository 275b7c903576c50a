import {examined} from "../lib/wire/examined.js";
import type {ConformalResult, ExamResults, ModelResults, ModelsData} from "../lib/wire/ModelsData.js";
import {MODELS, type PredictorId} from "../lib/wire/models.js";
import {numberFrom, oneOf, pageState, type PageState} from "./pageState.js";

/** What a reader chooses on the models page. */
export interface ModelsChoice {
  exam: string;
  model: PredictorId;
  threshold: number; // percent, whole
  cost: number; // of a missed hit, in false hits
  base: number; // percent of the songs that are hits, whole
  error: string; // percent of the tracks a verdict may be wrong about
  slice: string; // what the tracks are divided by
}

export type ModelsState = PageState<ModelsChoice>;

export const COST = {low: 0.05, high: 20}; // of a missed hit, in false hits
export const BASE = {low: 1, high: 50}; // percent of the songs that are hits

/** The state of the models page: at first the headline exam, or the first that was held, and the boosted trees. */
export function modelsState({exams}: Pick<ModelsData, "exams">): ModelsState {
  const held = exams.filter((exam) => examined(exam).some(({id}) => id === "boosted"));
  const start = held.find(({id}) => id === "artist") ?? held[0] ?? exams[0];
  const share = start.rows > 0 ? Math.round((100 * start.hits) / start.rows) : BASE.high;
  const models = exams.flatMap(examined);
  const errors = distinct(models.flatMap(({conformal}) => conformal.map(errorPercent)));
  const slices = distinct(models.flatMap(({slices}) => slices.map(({by}) => by)));
  const ids: readonly PredictorId[] = MODELS.map(({id}) => id);
  return pageState<ModelsChoice>({
    exam: oneOf(
      exams.map(({id}) => id),
      start.id
    ),
    model: oneOf(ids, "boosted"),
    threshold: numberFrom(0, 100, 50, {whole: true}),
    cost: numberFrom(COST.low, COST.high, 1),
    base: numberFrom(BASE.low, BASE.high, Math.min(Math.max(share, BASE.low), BASE.high), {whole: true}),
    error: oneOf(errors, errors.includes("10") ? "10" : (errors[0] ?? "")),
    slice: oneOf(slices, slices[0] ?? "")
  });
}

/** The model to show of an exam: the one chosen if it sat the exam, else the boosted trees, else whichever did. */
export function chosenModel(exam: ExamResults, id: PredictorId): ModelResults | undefined {
  const models = examined(exam);
  return models.find((model) => model.id === id) ?? models.find((model) => model.id === "boosted") ?? models.at(-1);
}

/** A promised error rate as the address and the buttons name it. */
export const errorPercent = ({errorRate}: Pick<ConformalResult, "errorRate">) =>
  String(Number((errorRate * 100).toFixed(2)));

const distinct = (texts: readonly string[]) => [...new Set(texts)];
