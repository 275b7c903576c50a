import type {Finding} from "../wire/InsightsData.js";
import {whyNoDriver} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {isClear} from "./isClear.js";
import {ledger} from "./ledger.js";
import {said} from "./said.js";
import {STAGES} from "./stageNames.js";
import {withdrawn} from "./withdrawn.js";

const PARTS = ["Shortest fifth", "Second", "Middle fifth", "Fourth", "Longest fifth"];

/** Where hits lie among the tracks of their decade, by length, and how long the median hit was. */
export function lengthFinding(evidence: Evidence): Finding {
  const book = ledger();
  const open = said`Whether hits are of middle length is left open`;
  const doubt = whyNoDriver("duration_ms", evidence, book);
  if (doubt) return withdrawn("length", open, doubt, book);
  const {lengths} = evidence;
  if (!lengths) return withdrawn("length", open, said`Withdrawn: too few of these tracks have a known length.`);
  const {shares, aboveShortest, aboveLongest, first, last, change} = lengths;
  const clear = [aboveShortest, aboveLongest].filter((one) => isClear(one, 2));
  const signs = new Set(clear.map(({value}) => Math.sign(value)));
  if (clear.length < 2 || signs.size > 1) {
    return withdrawn("length", open, said`Withdrawn: the middle fifth of the tracks by length does not hold clearly more hits, or clearly fewer, than both the shortest and the longest.`); // prettier-ignore
  }
  const dated = evidence.explain.decades.length > 0;
  const more = aboveShortest.value > 0;
  const share = (id: string, k: number) => book.enter(id, {of: shares[k], what: `share of hits in the ${PARTS[k].toLowerCase()} of ${dated ? "its decade’s" : "the"} tracks by length`, format: "share", stage: STAGES.insights}); // prettier-ignore
  const [middle, shortest, longest] = [share("middle", 2), share("shortest", 0), share("longest", 4)];
  const overTime = () => {
    if (!first || !last || !change || !isClear(change)) return said``;
    const year = (id: string, of: number) => book.enter(id, {of, what: `the ${id} decade compared`, format: "decade", stage: STAGES.insights}); // prettier-ignore
    const median = (id: string, {median}: typeof first) => book.enter(id, {of: median, what: `median length of a hit, ${id === "firstMedian" ? "first" : "last"} decade`, format: "length", stage: STAGES.insights}); // prettier-ignore
    return said` The median hit ${change.value > 0 ? "grew" : "shrank"} from ${median("firstMedian", first)} in the ${year("first", first.decade)} to ${median("lastMedian", last)} in the ${year("last", last.decade)}.`;
  };
  return {
    id: "length",
    state: more ? "holds" : "reversed",
    title: more
      ? said`Hits are of middle length: the shortest and the longest tracks are hits less often`
      : said`Hits are short or long: tracks of middle length are hits less often`,
    text: said`In the middle fifth of ${dated ? "their decade’s" : "the"} tracks by length ${middle} are hits, in the shortest fifth ${shortest}, in the longest ${longest}.${overTime()}`,
    caveat: said`Very short tracks may be interludes and very long ones classical or live, so that length stands in for genre; radio edits are not told from album versions.`,
    numbers: book.numbers,
    chart: {
      title: more ? said`Most hits in the middle` : said`Fewest hits in the middle`,
      summary: said`Share of hits in each fifth of ${dated ? "a decade’s" : "the"} tracks by length, with intervals.`,
      axis: "Share of hits",
      format: "percent",
      reference: null,
      rows: shares.map((one, k) => ({label: said`${PARTS[k]}`, ...one})),
      lines: []
    }
  };
}
