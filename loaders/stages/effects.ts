import {takeRows, takeValues} from "../../lib/columns.js";
import {featureEffect} from "../../lib/effects/featureEffect.js";
import {pairEffect} from "../../lib/effects/pairEffect.js";
import {evenPick} from "../../lib/evenPick.js";
import type {EffectsData, ExplainedId} from "../../lib/wire/ExplainData.js";
import {askModel} from "../models/askModel.js";
import {defineStage} from "../store/stage.js";
import type {ExplainedModel} from "./explainedModel.js";
import {roundNumbers} from "./roundNumbers.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly explained: Int32Array;
  readonly model: unknown; // null where none could be fitted
  readonly strongest: ExplainedModel | null; // whose strongest interactions are looked at
}
interface Options {
  readonly id: ExplainedId;
  readonly tracks: number; // behind the averages
  readonly curves: number; // of single tracks
  readonly pairs: number;
}

/** How a model's probability goes with one feature, and with two; digits as many as are drawn. */
export default defineStage(
  (
    {table: {X}, explained, model, strongest}: Needs,
    {id, tracks, curves, pairs}: Options,
    {onProgress}
  ): EffectsData => {
    if (model === null) return {id, tracks: 0, effects: [], pairs: []};
    const rows = takeRows(X, takeValues(explained, evenPick(explained.length, tracks)));
    const predict = (asked: typeof rows) => askModel(id, model, asked);
    const iceRows = [...evenPick(rows.length, curves)];
    const effects = X.names.flatMap((name, j) => {
      onProgress(j / X.names.length);
      return featureEffect(predict, rows, name, {iceRows}) ?? [];
    });
    const together = strongestPairs(strongest, pairs).flatMap(
      ([a, b]) => pairEffect(predict, rows, [X.names[a], X.names[b]]) ?? []
    );
    return roundNumbers({id, tracks: rows.length, effects, pairs: together}, 4);
  }
);

/** The pairs of features with the largest mean interaction, strongest first; none that has none. */
function strongestPairs(model: ExplainedModel | null, count: number): (readonly [number, number])[] {
  const sizes = model?.interactions?.pairs ?? [];
  return sizes
    .flatMap((row, a) => row.map((size, b) => ({pair: [a, b] as const, size})))
    .filter(({pair: [a, b], size}) => a < b && size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({pair}) => pair);
}
