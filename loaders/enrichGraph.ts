import {createHash} from "node:crypto";
import {createReadStream, existsSync} from "node:fs";
import {pipeline} from "node:stream/promises";
import {ENRICHED_INPUTS, ENRICHED_SETS, knownColumn} from "../lib/enrich/enrichedSets.js";
import type {EnrichmentData} from "../lib/wire/EnrichmentData.js";
import type {Refused} from "../lib/wire/ModelsData.js";
import {enrichedFile} from "./enrich/enrichedFile.js";
import {enrichmentIsInput} from "./enrichSwitch.js";
import type dataset from "./stages/dataset.js";
import type evaluate from "./stages/evaluate.js";
import type enrichExam from "./stages/enrichExam.js";
import type enrichNothing from "./stages/enrichNothing.js";
import type enrichPage from "./stages/enrichPage.js";
import type enrichTable from "./stages/enrichTable.js";
import type enrichTracks from "./stages/enrichTracks.js";
import type folds from "./stages/folds.js";
import type measure from "./stages/measure.js";
import type {Measured} from "./stages/measure.js";
import type {FoldOptions} from "./stages/predictFold.js";
import type table from "./stages/table.js";
import {place, type Stage} from "./store/stage.js";
import type {StageOf} from "./store/StageOf.js";

/** Who reads Spotify's answers where that is switched on. */
const COMPARED = ["logistic", "boosted"] as const;

type Compared = (typeof COMPARED)[number];

interface Placed {
  readonly seed: number;
  readonly stage: (file: string) => URL;
  readonly tracks: StageOf<typeof dataset>;
  readonly table: StageOf<typeof table>;
  readonly metadata: readonly string[]; // columns of the table that are not sound
  readonly sound: Readonly<Record<Compared, Stage<Measured | Refused>>>; // the artist exam on the sound alone
  readonly evaluations: Readonly<Record<Compared, StageOf<typeof evaluate>>>; // the artist exam on all that is known
  /** Fits the artist exam's folds of a model on a table; what `measure` needs of them. */
  readonly fitted: (
    model: Compared,
    variant: string,
    less: Partial<FoldOptions>,
    from: StageOf<typeof table>
  ) => {readonly table: StageOf<typeof table>; readonly folds: StageOf<typeof folds>};
  readonly env?: Readonly<Record<string, string | undefined>>; // ENRICHED, ENRICHMENT_AS_INPUT
}

/** The outputs that tell what Spotify answered, and, where that is switched on, what models make of it. */
export async function enrichGraph({
  env = process.env,
  ...placed
}: Placed): Promise<{enrichment: Stage<EnrichmentData>}> {
  const {stage, tracks, table} = placed;
  const isInput = enrichmentIsInput(env);
  const file = enrichedFile(env);
  if (!existsSync(file)) {
    return {enrichment: place<typeof enrichNothing>("page-enrichment", stage("enrichNothing"), {isInput}, {})};
  }
  const identity = {sha256: await fileHash(file)};
  const enriched = place<typeof enrichTracks>("enriched", stage("enrichTracks"), {file}, {dataset: tracks}, identity);
  const exam = isInput ? {exam: placeExam(placed, enriched)} : {};
  return {
    enrichment: place<typeof enrichPage>("page-enrichment", stage("enrichPage"), {isInput}, {table, enriched, ...exam})
  };
}

/** Fits on the sound and something of Spotify's, beside those on the sound alone. */
function placeExam(
  {seed, stage, table, metadata, sound, evaluations, fitted}: Omit<Placed, "env">,
  enriched: StageOf<typeof enrichTracks>
): StageOf<typeof enrichExam> {
  const wide = place<typeof enrichTable>("enriched-table", stage("enrichTable"), {}, {table, enriched});
  const added = ENRICHED_INPUTS.flatMap(({name}) => [name, knownColumn(name)]);
  const measured = ENRICHED_SETS.flatMap(({id: set, columns}) =>
    COMPARED.map((model): [string, Stage<Measured | Refused>] => {
      if (set === "sound") return [`${set} ${model}`, sound[model]];
      const without = [...metadata, ...added.filter((name) => !columns.includes(name))];
      const needs = fitted(model, `enriched-${set}`, {without}, wide);
      const options = {exam: "artist", seed};
      return [
        `${set} ${model}`,
        place<typeof measure>(`measure/${model}-enriched-${set}`, stage("measure"), options, needs)
      ];
    })
  );
  const artist = COMPARED.map((model) => [`artist ${model}`, evaluations[model]]);
  const needs = {table, ...Object.fromEntries([...measured, ...artist])};
  return place<typeof enrichExam>("enriched-exam", stage("enrichExam"), {models: COMPARED, metadata}, needs);
}

async function fileHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
