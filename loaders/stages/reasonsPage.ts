import {deviation, mean} from "d3-array";
import {tQuantile} from "../../lib/reasons/tInterval.js";
import {Z95} from "../../lib/metrics/wilsonInterval.js";
import type {ExplainedId, SongReasons, SpaceReasons} from "../../lib/wire/ExplainData.js";
import {defineStage} from "../store/stage.js";
import type {Evaluation} from "./evaluate.js";
import type {Explained, ExplainedModel} from "./explainedModel.js";
import {isExamined} from "./isExamined.js";
import type {Refit} from "./refitBoosted.js";
import {refitsAmong} from "./refitsAmong.js";

const DECIMALS = 5; // of log-odds and of probabilities

interface Needs {
  readonly explained: Int32Array;
  readonly reasons: ExplainedModel | null; // null where no model could be fitted
  readonly evaluation: Evaluation; // in the artist exam
  readonly [refit: string]: unknown; // of the boosted trees, "refit1" and so on
}

/** What each feature contributes to each explained track, and how sure that is, for explain.md. */
export default defineStage(
  ({explained, reasons, evaluation, ...needs}: Needs, {id}: {id: ExplainedId}): SongReasons => {
    const judged = new Map<number, number>();
    if (isExamined(evaluation)) evaluation.rows.forEach((row, i) => judged.set(row, rounded(evaluation.p[i])));
    const [own, ...others] = reasons?.spaces ?? [];
    return {
      id,
      outOfFold: Array.from(explained, (row) => judged.get(row) ?? null),
      spaces: own ? [{...ofSpace(own), ...ofRefits(own, refitsAmong(needs))}, ...others.map(ofSpace)] : []
    };
  }
);

const rounded = (value: number) => Number(value.toFixed(DECIMALS)) + 0; // no −0

function ofSpace({space, base, phi, standardErrors}: Explained): SpaceReasons {
  return {
    space,
    base: rounded(base),
    phi: phi.map((column) => Array.from(column, rounded)),
    error: standardErrors && standardErrors.map((column) => Array.from(column, (error) => rounded(Z95 * error))),
    sameSign: null
  };
}

/** How far the contributions of refits are from each other, and how many agree on their sign; nothing without refits. */
function ofRefits({phi}: Explained, refits: readonly Refit[]): Partial<SpaceReasons> {
  if (refits.length < 2) return {};
  const t = tQuantile(refits.length - 1);
  const again = (j: number, i: number) => refits.map((refit) => refit.phi[j][i]);
  return {
    error: phi.map((column, j) => Array.from(column, (_, i) => rounded(t * deviation(again(j, i))!))),
    sameSign: phi.map((column, j) =>
      Array.from(column, (value, i) => mean(again(j, i), (other) => Number(Math.sign(other) === Math.sign(value)))!)
    )
  };
}
