import type {Exam} from "../lib/exams/exams.js";
import type {PredictorId} from "../lib/wire/models.js";
import {BOOSTED_SETTINGS} from "./models/boostedSettings.js";
import {locatedIdentity} from "./tracks/locatedIdentity.js";
import dataset from "./stages/dataset.js";
import drivers from "./stages/drivers.js";
import evaluate, {type Evaluation} from "./stages/evaluate.js";
import explorePage from "./stages/explorePage.js";
import foldBoosted from "./stages/foldBoosted.js";
import foldLogistic from "./stages/foldLogistic.js";
import foldMajority from "./stages/foldMajority.js";
import foldMemory from "./stages/foldMemory.js";
import folds from "./stages/folds.js";
import modelBoosted from "./stages/modelBoosted.js";
import modelLogistic from "./stages/modelLogistic.js";
import modelsPage from "./stages/modelsPage.js";
import overviewPage from "./stages/overviewPage.js";
import predictPage from "./stages/predictPage.js";
import provenance from "./stages/provenance.js";
import type {FoldPredictions} from "./stages/splitFold.js";
import {place, type Stage} from "./store/stage.js";
import type {Located} from "./tracks/locateTracks.js";

const SEED = 42;
const FOLDS = 5;
const DRIVER_ROWS = 4_000;
const STARTING_SONGS = 24;

/** Which predictors sit which exam; the hardest exam, the headline, first. */
const ENTERED: readonly (readonly [exam: Exam["id"], models: readonly PredictorId[]])[] = [
  ["artist", ["majority", "logistic", "boosted"]],
  ["dedup", ["majority", "logistic", "boosted"]],
  ["raw", ["majority", "logistic", "boosted"]],
  ["memory", ["memory"]]
];

export type Graph = Awaited<ReturnType<typeof buildGraph>>;

/** The whole analysis as a graph of stages, for the tracks that were located. */
export async function buildGraph(located: Located) {
  const tracks = place("dataset", dataset, located, {}, await locatedIdentity(located));
  const assigned = place("folds", folds, {folds: FOLDS, seed: SEED}, {dataset: tracks});
  const boosted = {...BOOSTED_SETTINGS, seed: SEED};

  const fits: {exam: string; model: PredictorId; stages: Stage<FoldPredictions>[]}[] = [];
  const evaluations: Record<string, Stage<Evaluation>> = {};
  for (const [exam, models] of ENTERED) {
    for (const model of models) {
      const stages = Array.from({length: FOLDS}, (_, fold) => {
        const name = `folds-of-${exam}/${model}-${fold}`;
        const needs = {dataset: tracks, folds: assigned};
        if (model === "boosted") return place(name, foldBoosted, {exam, fold, boosted}, needs);
        if (model === "logistic") return place(name, foldLogistic, {exam, fold}, needs);
        if (model === "memory") return place(name, foldMemory, {exam, fold}, needs);
        return place(name, foldMajority, {exam, fold}, needs);
      });
      fits.push({exam, model, stages});
      const needs = {dataset: tracks, ...Object.fromEntries(stages.map((stage, fold) => [`fold${fold}`, stage]))};
      evaluations[`${exam} ${model}`] = place(`evaluate/${exam}-${model}`, evaluate, {exam, seed: SEED}, needs);
    }
  }

  const finalBoosted = place("model-boosted", modelBoosted, boosted, {dataset: tracks});
  const finalLogistic = place("model-logistic", modelLogistic, {}, {dataset: tracks});
  const artist = evaluations["artist boosted"];
  const models = place("page-models", modelsPage, {entered: ENTERED}, {dataset: tracks, ...evaluations});
  const driven = place("drivers", drivers, {rows: DRIVER_ROWS}, {dataset: tracks, model: finalBoosted});
  return {
    fits,
    outputs: {
      provenance: place("provenance", provenance, {}, {dataset: tracks}),
      boosted: finalBoosted,
      logistic: finalLogistic,
      overview: place(
        "page-overview",
        overviewPage,
        {},
        {dataset: tracks, models, drivers: driven, boosted: finalBoosted}
      ),
      explore: place("page-explore", explorePage, {}, {dataset: tracks, artist}),
      models,
      predict: place(
        "page-predict",
        predictPage,
        {songs: STARTING_SONGS},
        {dataset: tracks, logistic: finalLogistic, artist}
      )
    }
  };
}
