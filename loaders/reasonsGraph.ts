import {MODELS} from "../lib/wire/models.js";
import type {ExplainedId} from "../lib/wire/ExplainData.js";
import {BOOSTED_SETTINGS} from "./models/boostedSettings.js";
import {FOREST_SETTINGS} from "./models/forestSettings.js";
import type dataset from "./stages/dataset.js";
import type effects from "./stages/effects.js";
import type evaluate from "./stages/evaluate.js";
import type {ExplainedModel} from "./stages/explainedModel.js";
import type explainedRows from "./stages/explainedRows.js";
import type explainPage from "./stages/explainPage.js";
import type modelForest from "./stages/modelForest.js";
import type permuted from "./stages/permuted.js";
import type reasonsPage from "./stages/reasonsPage.js";
import type refitBoosted from "./stages/refitBoosted.js";
import type shippedRefits from "./stages/shippedRefits.js";
import type songsPage from "./stages/songsPage.js";
import type table from "./stages/table.js";
import {place, type Stage, type StageFunction} from "./store/stage.js";
import type {StageOf} from "./store/StageOf.js";

/** Tracks that are explained, and tracks behind averages of effects. */
const TRACKS = 600;
const EFFECT_TRACKS = 300;
const EFFECT_CURVES = 30;
const EFFECT_PAIRS = 3;

const REFITS = 20;
const HASTE = 3; // of refits: a third of the trees, each three times as strong
const REFIT_ROUNDING = {valueBits: 4, coverBits: 3}; // see shippedRefits
const SHIPPED_REFITS = 15;
const EXPLAINED_FOREST_TREES = 60; // of 200: its deep trees take long to explain

/** What the stage of a model's reasons is set to. */
const REASONS = {
  logistic: ["reasonsLogistic", {}],
  glassbox: ["reasonsGlassbox", {}],
  forest: ["reasonsForest", {pairTracks: 30}],
  mlp: ["reasonsMlp", {background: 32, permutations: 64, pairTracks: 60, pairPermutations: 192}],
  boosted: ["reasonsBoosted", {}]
} as const satisfies Record<ExplainedId, readonly [file: string, options: object]>;

/** The models whose reasons are told, in the order of the ladder. */
export const EXPLAINED = MODELS.flatMap(({id}) => (id in REASONS ? [id as ExplainedId] : []));

interface Placed {
  readonly seed: number;
  readonly stage: (file: string) => URL;
  readonly tracks: StageOf<typeof dataset>;
  readonly table: StageOf<typeof table>;
  readonly models: Readonly<Record<Exclude<ExplainedId, "forest">, Stage<unknown>>>; // fitted to all clean tracks
  readonly evaluations: Readonly<Record<ExplainedId, StageOf<typeof evaluate>>>; // in the artist exam
  readonly permuted: Readonly<Record<ExplainedId, StageOf<typeof permuted>>>;
}

/** The stages that explain the models, and the outputs the page of reasons reads. */
export function reasonsGraph({seed, stage, tracks, table, evaluations, permuted, ...placed}: Placed) {
  const explained = place<typeof explainedRows>("explained", stage("explainedRows"), {tracks: TRACKS, seed}, {table});
  const forest = place<typeof modelForest>(
    "model-forest",
    stage("modelForest"),
    {...FOREST_SETTINGS, trees: EXPLAINED_FOREST_TREES, seed},
    {table}
  );
  const models: Record<ExplainedId, Stage<unknown>> = {...placed.models, forest};
  const refits = Object.fromEntries(
    Array.from({length: REFITS}, (_, k) => {
      const options = {
        boosted: {...BOOSTED_SETTINGS, seed},
        haste: HASTE,
        rounding: REFIT_ROUNDING,
        draw: seed + k + 1
      };
      const needs = {table, explained};
      return [
        `refit${k + 1}`,
        place<typeof refitBoosted>(`refit/boosted-${k + 1}`, stage("refitBoosted"), options, needs)
      ];
    })
  );
  const each = <T>(make: (id: ExplainedId) => Stage<T>) =>
    Object.fromEntries(EXPLAINED.map((id) => [id, make(id)])) as Record<ExplainedId, Stage<T>>;
  const reasons = each((id) => {
    const [file, options] = REASONS[id];
    return place<StageFunction<unknown, object, ExplainedModel | null>>(
      `reasons/${id}`,
      stage(file),
      {...options, seed},
      {table, explained, model: models[id]} as never
    );
  });
  const named = <T>(role: string, stages: Record<ExplainedId, Stage<T>>) =>
    Object.fromEntries(EXPLAINED.map((id) => [`${role} ${id}`, stages[id]]));
  const explain = place<typeof explainPage>(
    "page-explain",
    stage("explainPage"),
    {models: EXPLAINED},
    {table, explained, ...named("reasons", reasons), ...named("permuted", permuted), ...refits}
  );
  const page = <Result, Kind extends string>(kind: Kind, make: (id: ExplainedId) => Stage<Result>) =>
    Object.fromEntries(EXPLAINED.map((id) => [`${kind}-${id}`, make(id)])) as Record<
      `${Kind}-${ExplainedId}`,
      Stage<Result>
    >;
  return {
    explain,
    forest,
    refits: place<typeof shippedRefits>(
      "shipped-refits",
      stage("shippedRefits"),
      {},
      Object.fromEntries(Object.entries(refits).slice(0, SHIPPED_REFITS))
    ),
    songs: place<typeof songsPage>("page-songs", stage("songsPage"), {}, {dataset: tracks, explained}),
    ...page("reasons", (id) =>
      place<typeof reasonsPage>(
        `page-reasons-${id}`,
        stage("reasonsPage"),
        {id},
        {table, explained, reasons: reasons[id], evaluation: evaluations[id], ...(id === "boosted" ? refits : {})}
      )
    ),
    ...page("effects", (id) =>
      place<typeof effects>(
        `effects/${id}`,
        stage("effects"),
        {id, tracks: EFFECT_TRACKS, curves: EFFECT_CURVES, pairs: EFFECT_PAIRS},
        {table, explained, model: models[id], strongest: reasons.boosted}
      )
    )
  };
}
