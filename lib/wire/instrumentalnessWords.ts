import {formatMeasure} from "../format/formatMeasure.js";
import {formatPercent} from "../format/formatPercent.js";
import {formatPValue} from "../format/formatPValue.js";
import type {InstrumentalnessResult, Refused} from "./ModelsData.js";
import {formatShare} from "../format/formatShare.js";

/** What instrumentalness is worth to the boosted trees, in sentences made from its numbers. */
export function instrumentalnessWords(result: InstrumentalnessResult | Refused): string {
  if ("refusal" in result) return `It could not be measured: ${result.refusal}.`;
  const {without, loss, vocalRows, vocalHits, vocalWith, vocalOnly} = result;
  const change =
    loss === null
      ? ""
      : ` (AUC ${formatMeasure(loss.value, {signed: true})}, ${formatMeasure(loss.low, {signed: true})} to ${formatMeasure(loss.high, {signed: true})}, ${formatPValue(loss.pValue)})`;
  return (
    `With it, boosted trees rank ${formatShare(result.with.auc.value)} of hit-flop pairs right; without it ${formatShare(without.auc.value)}${change}. ` +
    `Among the ${vocalRows.toLocaleString("en")} tracks with a voice, ${formatPercent(vocalRows > 0 ? vocalHits / vocalRows : 0)} of them hits, ` +
    `the model of all tracks ranks ${formatShare(vocalWith.auc.value)} right, and one that learned from such tracks alone ${formatShare(vocalOnly.auc.value)}.`
  );
}
