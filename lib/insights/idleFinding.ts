import type {Finding} from "../wire/InsightsData.js";
import {measuredFeatures} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {headOf, wordOf} from "./featureWords.js";
import {isClear} from "./isClear.js";
import {ledger} from "./ledger.js";
import {said} from "./said.js";
import {saidList} from "./saidList.js";
import {STAGES} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

const CANDIDATES = ["key", "mode", "tempo", "time_signature"];
const LITTLE = 0.005; // AUC: what a feature may cost at most and still be said to matter hardly

/** The attributes that hardly matter: their loss by shuffling is surely small, which is more than not surely above 0. */
export function idleFinding({models, explain}: Evidence): Finding {
  const book = ledger();
  const open = said`Whether key, mode, tempo and metre matter is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("idle", open, doubt, book);
  const asked = measuredFeatures(explain).filter(({feature}) => CANDIDATES.includes(feature));
  const idle = asked.filter(({permutation}) => permutation.high < LITTLE);
  const telling = asked.filter(({permutation}) => permutation.low > LITTLE && isClear(permutation, asked.length));
  const reversed = idle.length === 0 && telling.length > 0;
  const named = reversed ? telling : idle;
  if (named.length === 0) {
    return withdrawn("idle", open, said`Withdrawn: what shuffling them costs the boosted trees is neither surely small nor surely large here.`); // prettier-ignore
  }
  const little = book.enter("little", {
    of: LITTLE,
    what: "AUC below which a loss counts as hardly any",
    format: "measure",
    stage: STAGES.insights
  });
  const losses = named.map(({feature, permutation}) => {
    const what = `AUC that shuffled ${wordOf(feature)} costs`;
    return said`${book.enter(`loss-${feature}`, {of: permutation, what, format: "change", stage: STAGES.explain})} for ${wordOf(feature)}`;
  });
  const names = saidList(named.map(({feature}, i) => said`${i === 0 ? headOf(feature) : wordOf(feature)}`));
  const one = named.length === 1;
  const rest = asked.filter((feature) => !named.includes(feature));
  const others =
    rest.length > 0
      ? said` Of ${saidList(rest.map(({feature}) => said`${wordOf(feature)}`))} this cannot be said.`
      : said``;
  return {
    id: "idle",
    state: reversed ? "reversed" : "holds",
    title: reversed
      ? said`${names} ${one ? "matters" : "matter"} to the best model`
      : said`${names} hardly ${one ? "matters" : "matter"}`,
    text: said`With ${one ? "its" : "their"} values shuffled, the boosted trees’ AUC among new artists is lower by ${saidList(losses)}: ${reversed ? "surely more" : "surely less"} than ${little}.${others}`,
    caveat: said`They may matter inside a genre or to an ear; tempo and metre are also the estimates with the coarsest errors, which hide what they have to tell.`,
    numbers: book.numbers,
    chart: {
      title: reversed ? said`${names}: more than a little is lost` : said`${names}: next to nothing is lost`,
      summary: said`How much of the AUC the boosted trees lose when the feature’s values are shuffled, with intervals.`,
      axis: "AUC lost when shuffled",
      format: "change",
      reference: 0,
      rows: asked.map(({feature, permutation: {value, low, high}}) => ({label: said`${headOf(feature)}`, value, low, high})), // prettier-ignore
      lines: []
    }
  };
}
