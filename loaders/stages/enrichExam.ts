import {takeValues} from "../../lib/columns.js";
import {ENRICHED_SETS, type EnrichedSetId} from "../../lib/enrich/enrichedSets.js";
import {compareAucs} from "../../lib/metrics/compareAucs.js";
import type {Difference} from "../../lib/metrics/types.js";
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
 * Compares fits of the artist exam that read Spotify's answers with those on the sound alone, and with those that
 * were told only which fields came back, on the same rows.
 *
 * Needs what `measure` says of each, named "set model", and the exam's own evaluations, named "artist model": of a study
 * that knows nothing but the sound these are the fits on the sound.
 */
export default defineStage(
  ({table, ...needs}: {table: Table; [name: string]: unknown}, {models, metadata}: Options): EnrichedResult[] => {
    const soundOnly = metadata.some((name) => table.X.names.includes(name)) ? "sound" : "artist";
    return ENRICHED_SETS.flatMap(({id: set}) =>
      models.map((id) => {
        const of = (name: EnrichedSetId) => needs[`${name === "sound" ? soundOnly : name} ${id}`] as Measured | Refused;
        const given = of(set);
        if (!isExamined(given)) return {set, id, metrics: null, gain: null, beyond: null};
        const over = (name: EnrichedSetId) => {
          const other = of(name);
          return isExamined(other) ? gainOf(given, other, table) : null;
        };
        const {auc, ece} = given.metrics;
        return {
          set,
          id,
          metrics: {auc, ece},
          gain: set === "sound" ? null : over("sound"),
          beyond: set === "sound" || set === "answered" ? null : over("answered")
        };
      })
    );
  }
);

function gainOf({rows, p}: Measured, other: Measured, {label, artist}: Table): Difference | null {
  return compareAucs(takeValues(label, rows), p, other.p, takeValues(artist, rows));
}
