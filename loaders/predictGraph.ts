import type {ExplainedId} from "../lib/wire/ExplainData.js";
import {ESTIMATE_SETTINGS, KNOWN_SETTINGS} from "./models/outsideSettings.js";
import {EXPLAINED} from "./reasonsGraph.js";
import type dataset from "./stages/dataset.js";
import type decadeModels from "./stages/decadeModels.js";
import type evaluate from "./stages/evaluate.js";
import type familiarPage from "./stages/familiarPage.js";
import type folds from "./stages/folds.js";
import type modelBoosted from "./stages/modelBoosted.js";
import type modelGlassbox from "./stages/modelGlassbox.js";
import type modelLogistic from "./stages/modelLogistic.js";
import type modelMlp from "./stages/modelMlp.js";
import type outsideExam from "./stages/outsideExam.js";
import type outsideModels from "./stages/outsideModels.js";
import type predictPage from "./stages/predictPage.js";
import type reasonSpace from "./stages/reasonSpace.js";
import type searchPage from "./stages/searchPage.js";
import type shippedRefits from "./stages/shippedRefits.js";
import type songOrder from "./stages/songOrder.js";
import type table from "./stages/table.js";
import type tracksPage from "./stages/tracksPage.js";
import {place} from "./store/stage.js";
import type {StageOf} from "./store/StageOf.js";

const FAMILIAR_TRACKS = 1_000; // in the sample that tells whether songs like one exist

interface Placed {
  readonly seed: number;
  readonly stage: (file: string) => URL;
  readonly tracks: StageOf<typeof dataset>;
  readonly table: StageOf<typeof table>;
  readonly folds: StageOf<typeof folds>;
  readonly models: {
    readonly logistic: StageOf<typeof modelLogistic>;
    readonly glassbox: StageOf<typeof modelGlassbox>;
    readonly mlp: StageOf<typeof modelMlp>;
    readonly boosted: StageOf<typeof modelBoosted>;
  };
  readonly evaluations: Readonly<Record<ExplainedId, StageOf<typeof evaluate>>>; // in the artist exam
  readonly decades: StageOf<typeof decadeModels>;
  readonly refits: StageOf<typeof shippedRefits>;
}

/** The outputs that the page of predictions reads besides the boosted trees. */
export function predictGraph({seed, stage, tracks, table, folds, models, evaluations, decades, refits}: Placed) {
  const order = place<typeof songOrder>("song-order", stage("songOrder"), {}, {dataset: tracks});
  const sat = Object.fromEntries(EXPLAINED.map((id) => [`artist ${id}`, evaluations[id]])) as {
    [id in ExplainedId as `artist ${id}`]: StageOf<typeof evaluate>;
  };
  const known = {...KNOWN_SETTINGS, seed};
  const exam = place<typeof outsideExam>(
    "exam-outside",
    stage("outsideExam"),
    {boosted: known},
    {table, folds, artist: evaluations.boosted}
  );
  return {
    predict: place<typeof predictPage>(
      "page-predict",
      stage("predictPage"),
      {models: EXPLAINED},
      {dataset: tracks, ...models, ...sat, decades, refits}
    ),
    search: place<typeof searchPage>("page-search", stage("searchPage"), {}, {dataset: tracks, order}),
    tracks: place<typeof tracksPage>(
      "page-tracks",
      stage("tracksPage"),
      {},
      {dataset: tracks, order, artist: evaluations.boosted}
    ),
    reasonSpace: place<typeof reasonSpace>(
      "reason-space",
      stage("reasonSpace"),
      {},
      {table, order, boosted: models.boosted}
    ),
    familiar: place<typeof familiarPage>(
      "page-familiar",
      stage("familiarPage"),
      {tracks: FAMILIAR_TRACKS, seed},
      {table}
    ),
    outside: place<typeof outsideModels>(
      "model-outside",
      stage("outsideModels"),
      {known, estimate: {...ESTIMATE_SETTINGS, seed}},
      {table, folds, exam}
    )
  };
}
