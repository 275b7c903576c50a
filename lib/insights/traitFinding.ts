import type {Finding, Said} from "../wire/InsightsData.js";
import {whyNoDriver} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {isClear} from "./isClear.js";
import {headOf, wordOf} from "./featureWords.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {STAGES} from "./stageNames.js";
import {withdrawn} from "./withdrawn.js";

/** A feature whose tie to hits is said to have changed, and how on the tracks the page was first written for. */
export interface Expected {
  readonly feature: string;
  readonly with: "hits" | "flops";
  readonly grew: boolean;
  readonly caveat: Said;
}

/** The features asked about; `isClear` takes their number into account. */
export const TRAITS: readonly Expected[] = [
  {
    feature: "danceability",
    with: "hits",
    grew: true,
    caveat: said`Tracks are compared with those of their own decade, so that music at large becoming more danceable does not count.`
  },
  {
    feature: "energy",
    with: "hits",
    grew: false,
    caveat: said`Recordings at large may have grown louder and more energetic; tracks are compared within their decade, so that this does not count. Old ones may be judged in remasters.`
  },
  {
    feature: "acousticness",
    with: "flops",
    grew: false,
    caveat: said`Production changed for everyone. What is compared is hits and flops of one decade, and which genres count as flops may itself have moved.`
  }
];

/** How far hits and flops lie apart in a feature, and how that changed from the first to the last decade. */
export function traitFinding(expected: Expected, evidence: Evidence): Finding {
  const {feature, caveat} = expected;
  const book = ledger();
  const open = said`Whether ${wordOf(feature)} came to part hits from flops more or less is left open`;
  const doubt = whyNoDriver(feature, evidence, book);
  if (doubt) return withdrawn(feature, open, doubt, book);
  const trait = evidence.traits.find((one) => one.feature === feature);
  const [first, last, change] = [trait?.byDecade.at(0), trait?.byDecade.at(-1), trait?.change];
  if (!trait || !first || !last || !change) {
    return withdrawn(feature, open, said`Withdrawn: it takes hits and flops of more than one decade to tell, and these tracks have too few.`); // prettier-ignore
  }
  const here = STAGES.insights;
  const year = (id: string, of: number) => book.enter(id, {of, what: `the ${id} decade compared`, format: "decade", stage: here}); // prettier-ignore
  const [was, is] = [year("first", first.decade), year("last", last.decade)];
  const changed = book.enter("change", {of: change, what: `change of that gap in ${wordOf(feature)}`, format: "deviations", stage: here}); // prettier-ignore
  if (!isClear(change, TRAITS.length)) {
    return withdrawn(feature, open, said`Withdrawn: from the ${was} to the ${is} the gap between hits and flops changed by ${changed} standard deviations, too little to tell from no change.`, book); // prettier-ignore
  }
  const gap = (id: string, of: typeof first) => book.enter(id, {of: of.gap, what: `gap in ${wordOf(feature)} between hits and flops, standard deviations, ${id === "firstGap" ? "first" : "last"} decade`, format: "deviations", stage: here}); // prettier-ignore
  const [wasGap, isGap] = [gap("firstGap", first), gap("lastGap", last)];
  const side = (value: number) => (value > 0 ? "hits" : "flops");
  const turned = side(first.gap.value) !== side(last.gap.value) && isClear(first.gap) && isClear(last.gap);
  const grew = Math.abs(last.gap.value) > Math.abs(first.gap.value);
  const marked = side((grew ? last : first).gap.value);
  const title = turned
    ? said`${headOf(feature)} marked ${side(first.gap.value)} in the ${alone(was)} and marks ${side(last.gap.value)} in the ${alone(is)}`
    : said`${headOf(feature)} marks ${marked} ${grew ? "more" : "less"} in the ${alone(is)} than in the ${alone(was)}`;
  return {
    id: feature,
    state: !turned && grew === expected.grew && marked === expected.with ? "holds" : "reversed",
    title,
    text: said`In the ${was} the average hit lay ${wasGap} standard deviations from the average flop of its decade, in the ${is} ${isGap}: a change of ${changed}.`,
    caveat,
    numbers: book.numbers,
    chart: {
      title: turned
        ? said`From ${side(first.gap.value)} to ${side(last.gap.value)}`
        : said`A ${grew ? "growing" : "shrinking"} gap`,
      summary: said`${headOf(feature)} of the average hit less that of the average flop, in standard deviations within the decade, with intervals; above the dashed line hits have more.`,
      axis: "Hits minus flops (standard deviations)",
      format: "deviations",
      reference: 0,
      rows: [],
      lines: [{name: wordOf(feature), points: trait.byDecade.map(({decade, gap}) => ({decade, ...gap}))}]
    }
  };
}
