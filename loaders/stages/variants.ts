import {takeValues} from "../../lib/columns.js";
import {compareAucs} from "../../lib/metrics/compareAucs.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import type {Difference} from "../../lib/metrics/types.js";
import type {FeatureSetResult, InstrumentalnessResult, Refused} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {defineStage} from "../store/stage.js";
import {isExamined} from "./isExamined.js";
import type {Measured} from "./measure.js";
import type {Table} from "./table.js";

/** What the artist exam's models lose when they are given less. */
export interface Variants {
  readonly featureSets: readonly FeatureSetResult[];
  readonly instrumentalness: InstrumentalnessResult | Refused;
}

/**
 * Compares fits that were given less with those given everything, on the same rows of the artist exam.
 *
 * Needs evaluations named "artist model" and "variant model".
 */
export default defineStage(
  (
    {table, ...needs}: {table: Table; [name: string]: unknown},
    {models, seed}: {models: readonly PredictorId[]; seed: number}
  ): Variants => {
    const evaluation = (name: string) => needs[name] as Measured | Refused;
    return {
      featureSets: models.map((id) => {
        const [audio, all] = [evaluation(`audio ${id}`), evaluation(`artist ${id}`)];
        return {
          id,
          audio: isExamined(audio) ? audio.metrics : null,
          all: isExamined(all) ? all.metrics : null,
          gain: isExamined(audio) && isExamined(all) ? aucDifference(all, audio, table) : null
        };
      }),
      instrumentalness: instrumentalness(
        evaluation("artist boosted"),
        evaluation("not-instrumentalness boosted"),
        evaluation("vocal boosted"),
        table,
        seed
      )
    };
  }
);

function aucDifference(a: Measured, b: Measured, {label, artist}: Table): Difference | null {
  return compareAucs(takeValues(label, a.rows), a.p, b.p, takeValues(artist, a.rows));
}

function instrumentalness(
  whole: Measured | Refused,
  without: Measured | Refused,
  vocal: Measured | Refused,
  table: Table,
  seed: number
): InstrumentalnessResult | Refused {
  if (!isExamined(whole)) return {refusal: whole.refusal};
  if (!isExamined(without)) return {refusal: without.refusal};
  if (!isExamined(vocal)) return {refusal: vocal.refusal};
  const y = takeValues(table.label, vocal.rows);
  const pOf = new Map(Array.from(whole.rows, (row, i) => [row, whole.p[i]]));
  const p = Float64Array.from(vocal.rows, (row) => pOf.get(row)!);
  return {
    with: whole.metrics,
    without: without.metrics,
    loss: aucDifference(without, whole, table),
    vocalRows: vocal.rows.length,
    vocalHits: y.reduce((sum, label) => sum + label, 0),
    vocalWith: evaluatePredictions(y, p, takeValues(table.artist, vocal.rows), {seed}),
    vocalOnly: vocal.metrics
  };
}
