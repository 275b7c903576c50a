import type {Exam} from "../lib/exams/exams.js";
import {AUDIO_FEATURES, FEATURES} from "../lib/features/features.js";
import type {ExplainedId} from "../lib/wire/ExplainData.js";
import type {Refused} from "../lib/wire/ModelsData.js";
import {MODELS, type PredictorId} from "../lib/wire/models.js";
import {BOOSTED_SETTINGS} from "./models/boostedSettings.js";
import {DECADE_SETTINGS} from "./models/decadeSettings.js";
import {FOREST_SETTINGS} from "./models/forestSettings.js";
import {GLASSBOX_SETTINGS} from "./models/glassboxSettings.js";
import {MANY_ROWS} from "./models/manyRows.js";
import {MLP_SETTINGS} from "./models/mlpSettings.js";
import {SAMPLED_FOREST_SETTINGS} from "./models/sampledForestSettings.js";
import type cataloguePage from "./stages/cataloguePage.js";
import type compareExam from "./stages/compareExam.js";
import type {ExamComparison} from "./stages/compareExam.js";
import type dataset from "./stages/dataset.js";
import type decadeModels from "./stages/decadeModels.js";
import type errorsPage from "./stages/errorsPage.js";
import type evaluate from "./stages/evaluate.js";
import type {Evaluation} from "./stages/evaluate.js";
import type explorePage from "./stages/explorePage.js";
import type folds from "./stages/folds.js";
import type insightsPage from "./stages/insightsPage.js";
import type measure from "./stages/measure.js";
import type {Measured} from "./stages/measure.js";
import type modelBoosted from "./stages/modelBoosted.js";
import type modelGlassbox from "./stages/modelGlassbox.js";
import type modelLogistic from "./stages/modelLogistic.js";
import type modelMlp from "./stages/modelMlp.js";
import type modelsPage from "./stages/modelsPage.js";
import type permuted from "./stages/permuted.js";
import type {Permuted} from "./stages/permuted.js";
import type overviewPage from "./stages/overviewPage.js";
import type {FoldNeeds, FoldOptions, FoldPredictions} from "./stages/predictFold.js";
import type provenance from "./stages/provenance.js";
import type shapesPage from "./stages/shapesPage.js";
import type table from "./stages/table.js";
import type variants from "./stages/variants.js";
import {enrichGraph} from "./enrichGraph.js";
import {genresGraph} from "./genresGraph.js";
import {predictGraph} from "./predictGraph.js";
import {EXPLAINED, reasonsGraph} from "./reasonsGraph.js";
import {place, type Stage, type StageFunction} from "./store/stage.js";
import {locatedIdentity} from "./tracks/locatedIdentity.js";
import type {Located} from "./tracks/locateTracks.js";

const SEED = 42;
const FOLDS = 5;
const SHUFFLED_ROWS = 2_000; // of each fold of the artist exam, asked again with every feature shuffled
const ERRORS_EACH = 40;
const DECADE_TRACKS = 200; // that a decade needs for trees of its own
const SURE = 0.9; // probability that insights take for sure
const RARER = [0.1, 0.01]; // shares of hits that they assume outside the study

/** The stage that fits and asks one fold of a model, and what it is set to. */
const FOLD_STAGES: Readonly<Record<PredictorId, readonly [file: string, settings: object]>> = {
  majority: ["foldMajority", {}],
  logistic: ["foldLogistic", {}],
  glassbox: ["foldGlassbox", {glassbox: GLASSBOX_SETTINGS}],
  sampledForest: ["foldSampledForest", {forest: {...SAMPLED_FOREST_SETTINGS, seed: SEED}}],
  forest: ["foldForest", {forest: {...FOREST_SETTINGS, seed: SEED}}],
  mlp: ["foldMlp", {mlp: {...MLP_SETTINGS, seed: SEED}}],
  boosted: ["foldBoosted", {boosted: {...BOOSTED_SETTINGS, seed: SEED}}],
  memory: ["foldMemory", {}]
};

const LADDER: readonly PredictorId[] = MODELS.map(({id}) => id);

/** Which predictors sit which exam. */
const ENTERED: readonly (readonly [exam: Exam["id"], models: readonly PredictorId[]])[] = [
  ["artist", LADDER],
  ["forward", LADDER],
  ["previous", LADDER],
  ["dedup", LADDER],
  ["raw", LADDER],
  ["memory", ["memory"]]
];

/** Of the exams that hold known artists a large study spares all but these. */
const EASY_EXAMS: readonly Exam["id"][] = ["dedup", "raw"];
const SPARED_NOWHERE: readonly PredictorId[] = ["majority", "boosted", "memory"];

/** All but the sound. */
const METADATA = FEATURES.filter((feature) => !AUDIO_FEATURES.includes(feature)).map(({name}) => name);

/** Fits of the artist exam that are given less: what is left out, and who sits it. */
const VARIANTS: readonly (readonly [name: string, models: readonly PredictorId[], less: Partial<FoldOptions>])[] = [
  ["audio", ["logistic", "glassbox", "forest", "mlp", "boosted"], {without: METADATA, onlyIfKnown: true}],
  ["not-instrumentalness", ["boosted"], {without: ["instrumentalness"], mostRows: MANY_ROWS}],
  ["vocal", ["boosted"], {vocalOnly: true, mostRows: MANY_ROWS}]
];

/** The file of a stage. */
const stage = (file: string) => new URL(`./stages/${file}.ts`, import.meta.url);

export type Graph = Awaited<ReturnType<typeof buildGraph>>;

/** The folds of one model in one exam. */
interface Fit {
  readonly exam: string;
  readonly model: PredictorId;
  readonly variant: string; // "" for the exam itself
  readonly stages: readonly Stage<FoldPredictions>[];
}

/** The whole analysis as a graph of stages, for the tracks that were located. */
export async function buildGraph(located: Located) {
  const tracks = place<typeof dataset>("dataset", stage("dataset"), located, {}, await locatedIdentity(located));
  const numbers = place<typeof table>("table", stage("table"), {}, {dataset: tracks});
  const assigned = place<typeof folds>("folds", stage("folds"), {folds: FOLDS, seed: SEED}, {dataset: tracks});

  const fits: Fit[] = [];
  /** Fits every fold of a model; what a stage needs to judge them. */
  const fitted = (
    exam: Exam["id"],
    model: PredictorId,
    variant = "",
    less: Partial<FoldOptions> = {},
    from = numbers
  ) => {
    const [file, settings] = FOLD_STAGES[model];
    const name = [exam, model, variant].filter(Boolean).join("-");
    const needs = {table: from, folds: assigned};
    const stages = Array.from({length: FOLDS}, (_, k) => {
      const options = {exam, fold: k + 1, ...settings, ...less};
      return place<StageFunction<FoldNeeds, FoldOptions, FoldPredictions>>(
        `fold/${name}-${k + 1}`,
        stage(file),
        options,
        needs
      );
    });
    if (from === numbers) fits.push({exam, model, variant, stages});
    return {...needs, ...Object.fromEntries(stages.map((fold, k) => [`fold${k + 1}`, fold]))};
  };

  const evaluations: Record<string, Stage<Evaluation>> = {};
  const losses: Record<string, Stage<Permuted | Refused>> = {};
  const comparisons: Record<string, Stage<ExamComparison>> = {};
  for (const [exam, models] of ENTERED) {
    const sat = Object.fromEntries(
      models.map((model) => {
        const isExplained = exam === "artist" && EXPLAINED.some((id) => id === model);
        const shuffled = isExplained ? {rows: SHUFFLED_ROWS, seed: SEED} : undefined;
        const isSpared = EASY_EXAMS.includes(exam) && !SPARED_NOWHERE.includes(model);
        const needs = fitted(exam, model, "", {shuffled, ...(isSpared && {mostRows: MANY_ROWS})});
        if (isExplained) {
          losses[model] = place<typeof permuted>(`permuted/${model}`, stage("permuted"), {exam}, needs);
        }
        return [
          model,
          place<typeof evaluate>(`evaluate/${exam}-${model}`, stage("evaluate"), {exam, seed: SEED}, needs)
        ];
      })
    );
    for (const [model, evaluation] of Object.entries(sat)) evaluations[`${exam} ${model}`] = evaluation;
    comparisons[exam] = place<typeof compareExam>(
      `compare/${exam}`,
      stage("compareExam"),
      {models, seed: SEED},
      {table: numbers, ...sat}
    );
  }
  const less: Record<string, Stage<Measured | Refused>> = {};
  for (const [variant, models, options] of VARIANTS) {
    for (const model of models) {
      less[`${variant} ${model}`] = place<typeof measure>(
        `measure/${model}-${variant}`,
        stage("measure"),
        {exam: "artist", seed: SEED},
        fitted("artist", model, variant, options)
      );
    }
  }

  const onAll = {table: numbers};
  const boosted = place<typeof modelBoosted>(
    "model-boosted",
    stage("modelBoosted"),
    {...BOOSTED_SETTINGS, seed: SEED},
    onAll
  );
  const logistic = place<typeof modelLogistic>("model-logistic", stage("modelLogistic"), {}, onAll);
  const glassbox = place<typeof modelGlassbox>("model-glassbox", stage("modelGlassbox"), GLASSBOX_SETTINGS, onAll);
  const mlp = place<typeof modelMlp>("model-mlp", stage("modelMlp"), {...MLP_SETTINGS, seed: SEED}, onAll);
  const artist = evaluations["artist boosted"];
  const models = place<typeof modelsPage>(
    "page-models",
    stage("modelsPage"),
    {entered: ENTERED},
    {
      dataset: tracks,
      folds: assigned,
      variants: place<typeof variants>(
        "variants",
        stage("variants"),
        {models: VARIANTS[0][1], seed: SEED},
        {table: numbers, ...evaluations, ...less}
      ),
      ...evaluations,
      ...Object.fromEntries(Object.entries(comparisons).map(([exam, comparison]) => [`compared ${exam}`, comparison]))
    }
  );
  const decades = place<typeof decadeModels>(
    "model-decades",
    stage("decadeModels"),
    {boosted: {...DECADE_SETTINGS, seed: SEED}, fewest: DECADE_TRACKS},
    {table: numbers, folds: assigned}
  );
  const ofArtist = <T>(stages: Record<string, Stage<T>>, name: (id: ExplainedId) => string) =>
    Object.fromEntries(EXPLAINED.map((id) => [id, stages[name(id)]])) as Record<ExplainedId, Stage<T>>;
  const placed = {
    seed: SEED,
    stage,
    tracks,
    table: numbers,
    folds: assigned,
    models: {logistic, glassbox, mlp, boosted},
    evaluations: ofArtist(evaluations, (id) => `artist ${id}`)
  };
  const reasons = reasonsGraph({...placed, permuted: ofArtist(losses, (id) => id)});
  const enrichment = await enrichGraph({
    ...placed,
    metadata: METADATA,
    sound: {logistic: less["audio logistic"], boosted: less["audio boosted"]},
    fitted: (model, variant, given, from) => fitted("artist", model, variant, given, from)
  });
  const origin = place<typeof provenance>("provenance", stage("provenance"), {}, {dataset: tracks});
  return {
    fits,
    outputs: {
      provenance: origin,
      boosted,
      logistic,
      overview: place<typeof overviewPage>(
        "page-overview",
        stage("overviewPage"),
        {},
        {dataset: tracks, models, explain: reasons.explain, boosted}
      ),
      explore: place<typeof explorePage>("page-explore", stage("explorePage"), {}, {dataset: tracks, artist}),
      models,
      decades,
      ...enrichment,
      ...(await genresGraph({...placed, located, artist})),
      ...reasons,
      errors: place<typeof errorsPage>(
        "page-errors",
        stage("errorsPage"),
        {entered: ENTERED, each: ERRORS_EACH},
        {dataset: tracks, ...evaluations}
      ),
      insights: place<typeof insightsPage>(
        "page-insights",
        stage("insightsPage"),
        {seed: SEED, threshold: SURE, rates: RARER},
        {table: numbers, models, explain: reasons.explain, artist, provenance: origin}
      ),
      catalogue: place<typeof cataloguePage>("page-catalogue", stage("cataloguePage"), {}, {dataset: tracks, boosted}),
      shapes: place<typeof shapesPage>("page-shapes", stage("shapesPage"), {}, {table: numbers, glassbox}),
      ...predictGraph({...placed, decades, refits: reasons.refits})
    }
  };
}
