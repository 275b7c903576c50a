import type {Finding} from "../wire/InsightsData.js";
import {driversOf, measuredFeatures} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {headOf, wordOf} from "./featureWords.js";
import {ledger} from "./ledger.js";
import {said} from "./said.js";
import {saidList} from "./saidList.js";
import {STAGES} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

const MOST = 3; // features named
const STABLE = 0.95; // share of refits that must agree on a direction

/** What the headline model leans on most. */
export function leaningFinding(evidence: Evidence): Finding {
  const book = ledger();
  const open = said`Which attributes matter most is left open`;
  const doubt = whyNoClaim(evidence.models, book);
  if (doubt) return withdrawn("leaning", open, doubt, book);
  const measured = measuredFeatures(evidence.explain);
  const drivers = driversOf(evidence).slice(0, MOST);
  if (drivers.length === 0) {
    return withdrawn("leaning", open, said`Withdrawn: no single audio feature, shuffled, costs the boosted trees a clear part of their ranking.`); // prettier-ignore
  }
  const {refits} = evidence.explain.models.find(({id}) => id === "boosted")!;
  const contributions = drivers.map(({feature, meanAbsPhi}) => {
    const of = refits > 0 ? meanAbsPhi : meanAbsPhi.value;
    const what = `mean size of the contribution of ${wordOf(feature)}, log-odds`;
    return said`${book.enter(`phi-${feature}`, {of, what, format: "logOdds", stage: STAGES.explain})} for ${wordOf(feature)}`;
  });
  const losses = drivers.map(({feature, permutation}) => {
    const what = `AUC that shuffled ${wordOf(feature)} costs`;
    return said`${book.enter(`loss-${feature}`, {of: permutation, what, format: "measure", stage: STAGES.explain})} for ${wordOf(feature)}`;
  });
  const directed = drivers.filter(({signStability}) => signStability !== null && signStability >= STABLE);
  const sided = (sign: number) => directed.filter(({direction}) => Math.sign(direction) === sign);
  const sides = [
    {features: sided(1), how: "raised"},
    {features: sided(-1), how: "lowered"}
  ].filter(({features}) => features.length > 0);
  const directions =
    sides.length === 0
      ? said` Refits of the trees do not agree on a direction for them.`
      : said` In the model, ${saidList(sides.map(({features, how}) => said`higher values of ${saidList(features.map(({feature}) => said`${wordOf(feature)}`))} go with ${how} predictions`))}.`;
  const names = saidList(drivers.map(({feature}) => said`${wordOf(feature)}`));
  return {
    id: "leaning",
    state: "holds",
    title: said`The best model leans most on ${names}`,
    text: said`The mean size of the contribution to a prediction, in log-odds, is ${saidList(contributions)}. With a feature’s values shuffled, the boosted trees’ AUC among new artists is lower by ${saidList(losses)}.${directions}`,
    caveat: said`What a model leans on goes with hits in these tracks; nobody changed a song to see what happens. Features that go together share the credit in ways a model chooses.`,
    numbers: book.numbers,
    chart: {
      title: said`Shuffled, ${wordOf([...measured].sort((a, b) => b.permutation.value - a.permutation.value)[0].feature)} costs the ranking most`,
      summary: said`How much of the AUC among new artists the boosted trees lose when one audio feature’s values are shuffled, with intervals.`,
      axis: "AUC lost when shuffled",
      format: "measure",
      reference: 0,
      rows: measured.map(({feature, permutation: {value, low, high}}) => ({label: said`${headOf(feature)}`, value, low, high})), // prettier-ignore
      lines: []
    }
  };
}
