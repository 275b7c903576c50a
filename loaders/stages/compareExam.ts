import {compareAucs} from "../../lib/metrics/compareAucs.js";
import {compareMeans} from "../../lib/metrics/compareMeans.js";
import {meanRanks} from "../../lib/metrics/meanRanks.js";
import {pearsonCorrelation} from "../../lib/metrics/pearsonCorrelation.js";
import {sharedCalls} from "../../lib/metrics/sharedCalls.js";
import type {Agreement, Comparison} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {takeValues} from "../../lib/columns.js";
import {defineStage} from "../store/stage.js";
import type {Evaluation, Examined} from "./evaluate.js";
import {isExamined} from "./isExamined.js";
import type {Table} from "./table.js";

/** How the models of one exam differ, and how alike they judge. */
export interface ExamComparison {
  readonly versus: Readonly<Record<string, Comparison | null>>; // by model: against boosted, null for itself
  readonly agreement: Agreement;
}

type Needs = {readonly table: Table} & Readonly<Partial<Record<PredictorId, Evaluation>>>;
interface Options {
  readonly models: readonly PredictorId[];
  readonly seed: number;
}

/** Tests every model of an exam against boosted on the same rows, and maps how they agree. */
export default defineStage(({table, ...sat}: Needs, {models, seed}: Options): ExamComparison => {
  const examined = models.flatMap((id) => {
    const evaluation = sat[id]!;
    return isExamined(evaluation) ? [{id, ...evaluation}] : [];
  });
  const boosted = examined.find(({id}) => id === "boosted");
  return {
    versus: Object.fromEntries(
      examined.map((one) => [one.id, boosted && one !== boosted ? compare(one, boosted, table, seed) : null])
    ),
    agreement: agreementOf(examined)
  };
});

function compare({p, rows}: Examined, boosted: Examined, {label, artist}: Table, seed: number): Comparison {
  const y = takeValues(label, rows);
  const artists = takeValues(artist, rows);
  return {auc: compareAucs(y, p, boosted.p, artists), ...compareMeans(y, p, boosted.p, artists, {seed})};
}

function agreementOf(examined: readonly (Examined & {id: PredictorId})[]): Agreement {
  const ranks = examined.map(({p}) => meanRanks(p));
  const rounded = (value: number | null) => value && Number(value.toFixed(4));
  return {
    models: examined.map(({id}) => id),
    correlation: ranks.map((a) => ranks.map((b) => rounded(pearsonCorrelation(a, b)))),
    sameCall: examined.map(({p}) => examined.map((other) => Number(sharedCalls(p, other.p).toFixed(4))))
  };
}
