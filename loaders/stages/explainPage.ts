import {columnNamed} from "../../lib/columnNamed.js";
import {takeRows, type Columns} from "../../lib/columns.js";
import {compacity} from "../../lib/reasons/compacity.js";
import {leaning} from "../../lib/reasons/leaning.js";
import {neighbourStability} from "../../lib/reasons/neighbourStability.js";
import {refitStability} from "../../lib/reasons/refitStability.js";
import type {ExplainData, ExplainedId, ModelReasons} from "../../lib/wire/ExplainData.js";
import type {Refused} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import {probabilities, type ExplainedModel} from "./explainedModel.js";
import {isExamined} from "./isExamined.js";
import type {Permuted} from "./permuted.js";
import type {Refit} from "./refitBoosted.js";
import {refitsAmong} from "./refitsAmong.js";
import {roundNumbers} from "./roundNumbers.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly explained: Int32Array;
  readonly [name: string]: unknown; // "reasons MODEL", "permuted MODEL", and of the boosted trees "refit1" and so on
}

/** The reasons of every model in sums, for explain.md and insights.md. */
export default defineStage(
  ({table, explained, ...needs}: Needs, {models}: {models: readonly ExplainedId[]}): ExplainData => {
    const X = takeRows(table.X, explained);
    const refits = refitsAmong(needs);
    const reasons = models.flatMap((id) => {
      const model = needs[`reasons ${id}`] as ExplainedModel | null;
      if (!model) return [];
      return modelReasons(id, X, model, needs[`permuted ${id}`] as Permuted | Refused, id === "boosted" ? refits : []);
    });
    return roundNumbers({features: X.names, decades: decadesOf(X), tracks: X.length, models: reasons}, 5);
  }
);

const decadeOf = (X: Columns) => columnNamed(X, "decade");
const decadesOf = (X: Columns) => [...new Set(decadeOf(X))].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);

function modelReasons(
  id: ExplainedId,
  X: Columns,
  {spaces: [own], interactions}: ExplainedModel,
  permuted: Permuted | Refused,
  refits: readonly Refit[]
): ModelReasons {
  const again = refits.map(({phi}) => phi);
  const rows = Array.from({length: X.length}, (_, i) => i);
  const {meanAbsPhi, direction, signStability} = leaning(X, own.phi, again, rows);
  return {
    id,
    space: own.space,
    base: own.base,
    refits: refits.length,
    importance: X.names
      .map((feature, j) => ({
        feature,
        meanAbsPhi: meanAbsPhi[j],
        direction: direction[j],
        signStability: signStability[j],
        permutation: isExamined(permuted) ? permuted[feature] : null
      }))
      .sort((a, b) => b.meanAbsPhi.value - a.meanAbsPhi.value),
    interactions: interactions?.pairs ?? null,
    interactionTracks: interactions?.tracks ?? 0,
    byDecade: decadesOf(X).map((decade) => {
      const among = rows.filter((i) => decadeOf(X)[i] === decade);
      const {meanAbsPhi, direction} = leaning(X, own.phi, again, among);
      return {decade, tracks: among.length, meanAbsPhi, direction};
    }),
    quality: {
      ...compacity(own.phi),
      neighbourStability: neighbourStability(X, probabilities(own), own.phi),
      refitStability: refitStability(own.phi, again)
    }
  };
}
