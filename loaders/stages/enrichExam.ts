import {takeValues} from "../../lib/columns.js";
import {ENRICHED_SETS} from "../../lib/enrich/enrichedSets.js";
import {compareAucs} from "../../lib/metrics/compareAucs.js";
import type {EnrichedResult} from "../../lib/wire/EnrichmentData.js";
import type {Refused} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {defineStage} from "../store/stage.js";
import {isExamined} from "./isExamined.js";
import type {Measured} from "./measure.js";
import type {Table} from "./table.js";

interface Options {
  readonly models: readonly PredictorId[];
  readonly metadata: readonly string[]; // columns that are not sound
}

/**
 * Compares fits of the artist exam that read Spotify's answers with those on the sound alone, on the same rows.
 *
 * Needs what `measure` says of each, named "set model", and the exam's own evaluations, named "artist model": of a study
 * that knows nothing but the sound these are the fits on the sound.
 */
export default defineStage(
  ({table, ...needs}: {table: Table; [name: string]: unknown}, {models, metadata}: Options): EnrichedResult[] => {
    const soundOnly = metadata.some((name) => table.X.names.includes(name)) ? "sound" : "artist";
    return ENRICHED_SETS.flatMap(({id: set}) =>
      models.map((id) => {
        const [sound, given] = [soundOnly, set === "sound" ? soundOnly : set].map(
          (name) => needs[`${name} ${id}`] as Measured | Refused
        );
        if (!isExamined(given)) return {set, id, metrics: null, gain: null};
        const {auc, ece} = given.metrics;
        const compared = set !== "sound" && isExamined(sound);
        return {set, id, metrics: {auc, ece}, gain: compared ? gainOf(given, sound, table) : null};
      })
    );
  }
);

function gainOf({rows, p}: Measured, sound: Measured, {label, artist}: Table): EnrichedResult["gain"] {
  return compareAucs(takeValues(label, rows), p, sound.p, takeValues(artist, rows));
}
