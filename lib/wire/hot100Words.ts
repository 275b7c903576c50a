import {formatMeasure} from "../format/formatMeasure.js";
import {formatShare} from "../format/formatShare.js";
import type {Hot100Data, Hot100Group, Hot100Join, Hot100Ranking} from "./Hot100Data.js";

/** What models.md says of the hits' places on the chart, worded from the numbers. */
export interface Hot100Words {
  readonly finding: string; // a sentence
  readonly details: readonly string[];
}

const ABSENT: Readonly<Record<"absent" | "synthetic" | "popularity", string>> = {
  absent:
    "With a list of the songs of the Billboard Hot 100 (song, artist, first_chart_date, last_chart_date, weeks, peak) as a CSV in data/raw/hot100/, or named by HOT100=path, this section tells whether the model ranks number ones above one-week songs.",
  synthetic: "The tracks here are synthetic, so none was ever on a chart and there is nothing to compare.",
  popularity:
    "The hits of this study are told by popularity and not by a chart, so their places on the Hot 100 are not looked up."
};

/** Words the section, true whichever way the numbers point. */
export function hot100Words(data: Hot100Data): Hot100Words {
  if (!("join" in data)) return {finding: ABSENT[data.status], details: []};
  const coverage = coverageOf(data.join);
  if (!data.ranking) return {finding: "How the model ranks the hits could not be examined here.", details: [coverage]};
  return {finding: findingOf(data.ranking), details: [...rankings(data.ranking), coverage]};
}

/** What a group of hits is called: "number ones", "peak 2 to 10", "1 week", "21 weeks or more". */
export function groupLabel({from, to}: Pick<Hot100Group, "from" | "to">, by: "peak" | "weeks"): string {
  if (by === "peak") return from === 1 && to === 1 ? "Number one" : `Peak ${from} to ${to ?? 100}`;
  if (to === null) return `${from} weeks or more`;
  return from === to ? `${from} ${from === 1 ? "week" : "weeks"}` : `${from} to ${to} weeks`;
}

function findingOf({auc, numberOnes, oneWeek}: Hot100Ranking): string {
  if (auc.value === null) return "There are no number ones and one-week songs to compare among the hits found.";
  const songs = `${numberOnes.toLocaleString("en")} number ones and ${oneWeek.toLocaleString("en")} songs that stayed a single week`;
  const share = `${formatShare(auc.value)} of the pairs (95 % interval ${formatShare(auc.low)} to ${formatShare(auc.high)})`;
  if (auc.low > 0.5)
    return `Of ${songs}, the boosted trees rank the number one higher in ${share}; half would be chance.`;
  if (auc.high < 0.5) return `Of ${songs}, the boosted trees rank the number one lower more often than not: higher in ${share}.`; // prettier-ignore
  return `The boosted trees cannot tell ${songs} apart: the number one is ranked higher in ${share}, and half would be chance.`;
}

function rankings({withinDecade, byPeak, byWeeks}: Hot100Ranking): string[] {
  const rho = ({value, low, high}: typeof byPeak, what: string) =>
    value === null ? [] : [`${formatMeasure(value)} with ${what} (${formatMeasure(low)} to ${formatMeasure(high)})`];
  const both = [...rho(byPeak, "a better peak"), ...rho(byWeeks, "more weeks on the chart")];
  return [
    withinDecade.value === null
      ? ""
      : `Within one decade it is ${formatShare(withinDecade.value)} (${formatShare(withinDecade.low)} to ${formatShare(withinDecade.high)}).`,
    both.length === 0
      ? ""
      : `Over all hits, the rank correlation of the probability is ${both.join(", and ")}. The trees learned whether a song was on the chart, never how high or how long.`
  ].filter((sentence) => sentence !== "");
}

function coverageOf({hits, hitsFound, hitsInDecade, flops, flopsFound, flopsInDecade}: Hot100Join): string {
  const count = (n: number) => n.toLocaleString("en");
  const ofHits =
    hits === 0
      ? "The study has no hits to look up."
      : `By title and artist ${count(hitsFound)} of ${count(hits)} hits are found in the list, ${count(hitsInDecade)} of them on the chart in their decade.`;
  const ofFlops =
    flopsFound === 0
      ? `No flop is found there.`
      : `Of ${count(flops)} flops ${count(flopsFound)} are found as well, ${count(flopsInDecade)} in their decade: other recordings of a name, or labels at fault.`;
  return `${ofHits} ${ofFlops} Nothing of the list is an input of any model, for being found there gives the label away.`;
}
