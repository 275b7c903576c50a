import type {Estimate} from "../metrics/types.js";
import type {Finding} from "../wire/InsightsData.js";
import {aucOf, resultOf, type Evidence} from "./Evidence.js";
import {ledger} from "./ledger.js";
import {said} from "./said.js";
import {evaluationStage} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

/** How the past’s hits carry over to the next decade: the ranking, and the probabilities. */
export function futureFinding({models}: Evidence): Finding {
  const book = ledger();
  const open = said`Whether the past’s hits tell the next decade’s is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("future", open, doubt, book);
  const [now, next] = [resultOf(models, "artist", "boosted"), resultOf(models, "forward", "boosted")];
  const [nowAuc, nextAuc] = [aucOf(models, "artist", "boosted"), aucOf(models, "forward", "boosted")];
  if (!now || !next || !nowAuc || !nextAuc) {
    return withdrawn("future", open, said`Withdrawn: the exam that learns from earlier decades and judges the next could not be held on these tracks.`); // prettier-ignore
  }
  const [nowEce, nextEce] = [now.metrics.ece, next.metrics.ece];
  if (!apart(nowEce, nextEce)) {
    return withdrawn("future", open, said`Withdrawn: the probabilities for the next decade are not clearly further off, or nearer, than those for new artists of all decades.`); // prettier-ignore
  }
  const drifts = nextEce.value > nowEce.value;
  const [here, there] = [evaluationStage("artist", "boosted"), evaluationStage("forward", "boosted")];
  const off = (id: string, of: Estimate, what: string, stage: string) => book.enter(id, {of, what: `calibration error ${what}`, format: "points", stage}); // prettier-ignore
  const auc = (id: string, of: Estimate, what: string, stage: string) => book.enter(id, {of, what: `AUC ${what}`, format: "measure", stage}); // prettier-ignore
  const [wasOff, isOff] = [off("nowEce", nowEce, "among new artists of all decades", here), off("nextEce", nextEce, "on the next decade", there)]; // prettier-ignore
  const [wasAuc, isAuc] = [auc("nowAuc", nowAuc, "among new artists of all decades", here), auc("nextAuc", nextAuc, "on the next decade", there)]; // prettier-ignore
  const ranked = !apart(nowAuc, nextAuc) ? "about as well as" : nextAuc.value < nowAuc.value ? "worse than" : "better than"; // prettier-ignore
  const mended = next.recalibrated.find(({method}) => method === "isotonic")?.ece;
  const after = mended
    ? said` Recalibrated on the decades before, they are off by ${off("mendedEce", mended, "on the next decade, recalibrated on earlier ones", there)}, ${!apart(mended, nextEce) ? "which is no clear change" : mended.value < nextEce.value ? "which is nearer" : "which is farther"}.`
    : said``;
  return {
    id: "future",
    state: drifts ? "holds" : "reversed",
    title: drifts
      ? said`For the next decade the model’s probabilities are off, and it ranks ${ranked} within its time`
      : said`For the next decade the model’s probabilities are nearer than within its time`,
    text: said`Learned from all earlier decades, the boosted trees’ probabilities for the next are off by ${isOff} on average, against ${wasOff} among new artists of all decades. They rank with an AUC of ${isAuc}, against ${wasAuc}.${after}`,
    caveat: said`Artists whose career spans decades are in both, which flatters the ranking; and the share of hits, which the study sets, would itself move outside.`,
    numbers: book.numbers,
    chart: {
      title: drifts ? said`Promises go stale` : said`Promises keep`,
      summary: said`How far the boosted trees’ probabilities are off on average, in percentage points, with intervals.`,
      axis: "Calibration error",
      format: "points",
      reference: null,
      rows: [
        {label: said`New artists`, ...nowEce},
        {label: said`Next decade`, ...nextEce},
        ...(mended ? [{label: said`Recalibrated`, ...mended}] : [])
      ],
      lines: []
    }
  };
}

/** Whether two intervals do not touch. */
const apart = (a: Estimate, b: Estimate) => a.low > b.high || b.low > a.high;
