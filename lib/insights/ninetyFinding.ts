import type {Finding} from "../wire/InsightsData.js";
import type {Evidence} from "./Evidence.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {saidList} from "./saidList.js";
import {STAGES} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

/** What the surest calls come to where hits are rarer than in the study. */
export function ninetyFinding({models, calls, label}: Evidence): Finding {
  const book = ledger();
  const open = said`What a high probability is worth outside the study is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("ninety", open, doubt, book);
  const [here, ...outside] = calls?.atRates ?? [];
  if (!calls || outside.length === 0) {
    return withdrawn("ninety", open, said`Withdrawn: the boosted trees are sure of too few tracks here, or hits are already as rare as outside.`); // prettier-ignore
  }
  const stage = STAGES.insights;
  const last = outside[outside.length - 1];
  const shrinks = last.precision.high < calls.threshold;
  if (!shrinks && last.precision.low < calls.threshold) {
    return withdrawn("ninety", open, said`Withdrawn: whether as many of the surest calls would come true where hits are rare cannot be told from these tracks.`); // prettier-ignore
  }
  const ninety = book.enter("threshold", {of: calls.threshold, what: "probability from which on a track is called a sure hit", format: "percent", stage}); // prettier-ignore
  const called = book.enter("called", {of: calls.called, what: "tracks called sure hits", format: "count", stage});
  const home = book.enter("home", {of: here.rate, what: "share of hits among the tracks examined", format: "percent", stage}); // prettier-ignore
  const kept = book.enter("kept", {of: here.precision, what: "share of hits among the sure hits, in this study", format: "share", stage}); // prettier-ignore
  const moved = outside.map(({rate, precision, means}, k) => {
    const id = "abcdefgh"[k];
    const share = book.enter(`rate-${id}`, {of: rate, what: "share of hits assumed outside", format: "percent", stage});
    const right = book.enter(`right-${id}`, {of: precision, what: "share of hits among the sure hits, where hits are that rare", format: "share", stage}); // prettier-ignore
    const meant = book.enter(`means-${id}`, {of: means, what: "what the threshold’s probability becomes there", format: "percent", stage}); // prettier-ignore
    return {share, right, meant};
  });
  const far = moved[moved.length - 1];
  return {
    id: "ninety",
    state: shrinks ? "holds" : "reversed",
    title: shrinks
      ? said`A ${ninety} here is not a ${ninety} outside: where ${far.share} of songs are hits, ${alone(far.right)} of the sure hits would be`
      : said`A ${ninety} here stays one: even where ${far.share} of songs are hits, ${alone(far.right)} of the sure hits would be`,
    text: said`In this study ${home} of the tracks are hits by design. Of the ${called} that the boosted trees give at least ${ninety}, by artists they had not heard, ${kept} are hits. Were hits rarer and all else the same, it would be ${saidList(moved.map(({share, right}) => said`${right} at ${share}`))}; a probability of ${ninety} would then mean ${saidList(moved.map(({share, meant}) => said`${meant} at ${share}`))}.`,
    caveat: said`The shift takes hits and flops to sound outside as they do here. ${label.outside}`,
    numbers: book.numbers,
    chart: {
      title: shrinks ? said`The rarer hits are, the less a sure call is worth` : said`Sure calls stay sure`,
      summary: said`Share of hits among the tracks the boosted trees give at least ${ninety}, by how many songs are hits, with intervals; the dashed line is what the probability promises.`,
      axis: "Share of hits among sure hits",
      format: "percent",
      reference: calls.threshold,
      rows: calls.atRates.map(({precision}, k) => {
        const share = k === 0 ? home : moved[k - 1].share;
        return {label: said`${share} are hits${k === 0 ? ", as here" : ""}`, ...precision};
      }),
      lines: []
    }
  };
}
