import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {Estimate} from "../metrics/types.js";
import type {Finding} from "../wire/InsightsData.js";
import {resultOf, type Evidence} from "./Evidence.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {evaluationStage, STAGES} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

const ERROR_RATE = 0.1; // promised
const FEW = 0.05; // tracks without a verdict that are few enough to say nearly all can be judged

/** What the best model cannot see: tracks it can give no verdict on, and how often it is wrong when sure. */
export function doubtFinding({models, calls}: Evidence): Finding {
  const book = ledger();
  const open = said`How much the best model cannot see is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("doubt", open, doubt, book);
  const boosted = resultOf(models, "artist", "boosted");
  const verdicts = boosted?.conformal ?? [];
  const asked = verdicts.find(({errorRate, rows}) => errorRate === ERROR_RATE && rows > 0);
  const unsure = asked && unsureOf(asked.unsure, asked.rows);
  if (!boosted || !asked || !unsure || (unsure.low <= FEW && unsure.high >= FEW)) {
    return withdrawn("doubt", open, said`Withdrawn: the share of tracks without a verdict could not be measured, or not well enough.`); // prettier-ignore
  }
  const many = unsure.low > FEW;
  const stage = evaluationStage("artist", "boosted");
  const none = book.enter("unsure", {of: unsure, what: "share of tracks without a verdict at that error rate", format: "share", stage}); // prettier-ignore
  const rate = book.enter("errorRate", {of: ERROR_RATE, what: "promised error rate", format: "percent", stage});
  const auc = boosted.metrics.auc.value === null ? null : book.enter("auc", {of: boosted.metrics.auc, what: "AUC of the boosted trees among new artists", format: "measure", stage}); // prettier-ignore
  const enterHere = (id: string, of: Estimate | number, what: string, format: "share" | "percent") => book.enter(id, {of, what, format, stage: STAGES.insights}); // prettier-ignore
  const sureErrors = calls
    ? said` Where they put at least ${enterHere("threshold", calls.threshold, "probability that counts as sure, for a hit or a flop", "percent")} on one side, which is on ${enterHere("sure", calls.sure, "share of tracks they are sure of", "share")} of the tracks, they are still wrong about ${enterHere("wrong", calls.wrong, "share of their sure calls that are wrong", "share")} of them.`
    : said``;
  return {
    id: "doubt",
    state: many ? "holds" : "reversed",
    title: many
      ? said`On ${alone(none)} of the tracks the sound allows no verdict`
      : said`Nearly all tracks allow a verdict: only ${alone(none)} do not`,
    text: said`If at most ${rate} of the verdicts may be wrong, the boosted trees must leave ${none} of the tracks undecided. ${auc ? said`Their AUC among new artists is ${auc}, where a perfect ranking would have all of it.` : ""}${sureErrors}`,
    caveat: said`They know nothing of lyrics, the voice itself, the artist’s standing, promotion, playlists, timing and luck; how much of the rest each explains cannot be told from these tracks. The share’s interval takes tracks as independent.`,
    numbers: book.numbers,
    chart: {
      title: said`The fewer errors are allowed, the fewer verdicts`,
      summary: said`Share of tracks left undecided by the boosted trees at each promised error rate, with intervals.`,
      axis: "Tracks without a verdict",
      format: "percent",
      reference: null,
      rows: verdicts
        .filter(({rows}) => rows > 0)
        .map(({errorRate, unsure, rows}, k) => {
          const cited = errorRate === ERROR_RATE ? rate : book.enter(`errorRate${"abcdefgh"[k]}`, {of: errorRate, what: "promised error rate, in the chart", format: "percent", stage}); // prettier-ignore
          return {label: said`${cited} errors allowed`, ...unsureOf(unsure, rows)};
        }),
      lines: []
    }
  };
}

function unsureOf(share: number, rows: number): Estimate {
  const [low, high] = wilsonInterval(Math.round(share * rows), rows);
  return {value: share, low, high};
}
