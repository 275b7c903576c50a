import type {Exam} from "../lib/exams/exams.js";
import type {PredictorId} from "../lib/wire/models.js";
import {BOOSTED_SETTINGS} from "./models/boostedSettings.js";
import {locatedIdentity} from "./tracks/locatedIdentity.js";
import type dataset from "./stages/dataset.js";
import type drivers from "./stages/drivers.js";
import type evaluate from "./stages/evaluate.js";
import type {Evaluation} from "./stages/evaluate.js";
import type explorePage from "./stages/explorePage.js";
import type foldBoosted from "./stages/foldBoosted.js";
import type foldLogistic from "./stages/foldLogistic.js";
import type foldMajority from "./stages/foldMajority.js";
import type foldMemory from "./stages/foldMemory.js";
import type folds from "./stages/folds.js";
import type modelBoosted from "./stages/modelBoosted.js";
import type modelLogistic from "./stages/modelLogistic.js";
import type modelsPage from "./stages/modelsPage.js";
import type overviewPage from "./stages/overviewPage.js";
import type predictPage from "./stages/predictPage.js";
import type provenance from "./stages/provenance.js";
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

/** The file of a stage. */
const stage = (file: string) => new URL(`./stages/${file}.ts`, import.meta.url);

export type Graph = Awaited<ReturnType<typeof buildGraph>>;

/** The whole analysis as a graph of stages, for the tracks that were located. */
export async function buildGraph(located: Located) {
  const tracks = place<typeof dataset>("dataset", stage("dataset"), located, {}, await locatedIdentity(located));
  const assigned = place<typeof folds>("folds", stage("folds"), {folds: FOLDS, seed: SEED}, {dataset: tracks});
  const boosted = {...BOOSTED_SETTINGS, seed: SEED};

  const fits: {exam: string; model: PredictorId; stages: Stage<FoldPredictions>[]}[] = [];
  const evaluations: Record<string, Stage<Evaluation>> = {};
  for (const [exam, models] of ENTERED) {
    for (const model of models) {
      const stages = Array.from({length: FOLDS}, (_, fold) => {
        const name = `folds-of-${exam}/${model}-${fold}`;
        const needs = {dataset: tracks, folds: assigned};
        if (model === "boosted")
          return place<typeof foldBoosted>(name, stage("foldBoosted"), {exam, fold, boosted}, needs);
        if (model === "logistic") return place<typeof foldLogistic>(name, stage("foldLogistic"), {exam, fold}, needs);
        if (model === "memory") return place<typeof foldMemory>(name, stage("foldMemory"), {exam, fold}, needs);
        return place<typeof foldMajority>(name, stage("foldMajority"), {exam, fold}, needs);
      });
      fits.push({exam, model, stages});
      const needs = {dataset: tracks, ...Object.fromEntries(stages.map((stage, fold) => [`fold${fold}`, stage]))};
      evaluations[`${exam} ${model}`] = place<typeof evaluate>(
        `evaluate/${exam}-${model}`,
        stage("evaluate"),
        {exam, seed: SEED},
        needs
      );
    }
  }

  const finalBoosted = place<typeof modelBoosted>("model-boosted", stage("modelBoosted"), boosted, {dataset: tracks});
  const finalLogistic = place<typeof modelLogistic>("model-logistic", stage("modelLogistic"), {}, {dataset: tracks});
  const artist = evaluations["artist boosted"];
  const models = place<typeof modelsPage>(
    "page-models",
    stage("modelsPage"),
    {entered: ENTERED},
    {dataset: tracks, ...evaluations}
  );
  const driven = place<typeof drivers>(
    "drivers",
    stage("drivers"),
    {rows: DRIVER_ROWS},
    {dataset: tracks, model: finalBoosted}
  );
  return {
    fits,
    outputs: {
      provenance: place<typeof provenance>("provenance", stage("provenance"), {}, {dataset: tracks}),
      boosted: finalBoosted,
      logistic: finalLogistic,
      overview: place<typeof overviewPage>(
        "page-overview",
        stage("overviewPage"),
        {},
        {dataset: tracks, models, drivers: driven, boosted: finalBoosted}
      ),
      explore: place<typeof explorePage>("page-explore", stage("explorePage"), {}, {dataset: tracks, artist}),
      models,
      predict: place<typeof predictPage>(
        "page-predict",
        stage("predictPage"),
        {songs: STARTING_SONGS},
        {dataset: tracks, logistic: finalLogistic, artist}
      )
    }
  };
}
