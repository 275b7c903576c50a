import type {Estimate} from "../metrics/types.js";
import type {Finding, Said} from "../wire/InsightsData.js";
import {whyNoDriver} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {isClear} from "./isClear.js";
import {headOf, wordOf} from "./featureWords.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {STAGES} from "./stageNames.js";
import {withdrawn} from "./withdrawn.js";

/** What became of the gap between hits and flops: it changed sides, grew, shrank, or cannot be told from the same. */
type Story = "turned" | "grew" | "shrank" | "lasts";

/** A feature whose tie to hits over the decades is asked about, and what it was on the tracks first asked. */
export interface Expected {
  readonly feature: string;
  readonly with: "hits" | "flops";
  readonly story: Story;
  readonly caveat: Said;
}

/** The features asked about; `isClear` takes their number into account. */
export const TRAITS: readonly Expected[] = [
  {
    feature: "danceability",
    with: "hits",
    story: "grew",
    caveat: said`Tracks are compared with those of their own decade, so that music at large becoming more danceable does not count.`
  },
  {
    feature: "energy",
    with: "hits",
    story: "shrank",
    caveat: said`Recordings at large may have grown louder and more energetic; tracks are compared within their decade, so that this does not count. Old ones may be judged in remasters.`
  },
  {
    feature: "acousticness",
    with: "flops",
    story: "lasts",
    caveat: said`Production changed for everyone. What is compared is hits and flops of one decade, and which genres these are of may itself have moved.`
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
  const story = storyOf(first.gap, last.gap, change);
  if (!story) {
    return withdrawn(feature, open, said`Withdrawn: from the ${was} to the ${is} the gap between hits and flops changed by ${changed} standard deviations; neither the change nor a lasting gap can be told from none.`, book); // prettier-ignore
  }
  const gap = (id: string, of: typeof first) => book.enter(id, {of: of.gap, what: `gap in ${wordOf(feature)} between hits and flops, standard deviations, ${id === "firstGap" ? "first" : "last"} decade`, format: "deviations", stage: here}); // prettier-ignore
  const [wasGap, isGap] = [gap("firstGap", first), gap("lastGap", last)];
  const marked = sideOf(story === "shrank" ? first.gap : last.gap);
  const then = sideOf(first.gap);
  const small =
    story === "lasts" ? said`, which among several features asked about is too small to tell from none` : said``;
  return {
    id: feature,
    state: story === expected.story && marked === expected.with ? "holds" : "reversed",
    title: {
      turned: said`${headOf(feature)} marked ${then} in the ${alone(was)} and marks ${marked} in the ${alone(is)}`,
      grew: said`${headOf(feature)} marks ${marked} more in the ${alone(is)} than in the ${alone(was)}`,
      shrank: said`${headOf(feature)} marks ${marked} less in the ${alone(is)} than in the ${alone(was)}`,
      lasts: said`${headOf(feature)} marks ${marked} in the ${alone(is)} as in the ${alone(was)}`
    }[story],
    text: said`In the ${was} the average hit lay ${wasGap} standard deviations from the average flop of its decade, in the ${is} ${isGap}: a change of ${changed}${small}.`,
    caveat,
    numbers: book.numbers,
    chart: {
      title: {
        turned: said`From ${then} to ${marked}`,
        grew: said`A growing gap`,
        shrank: said`A shrinking gap`,
        lasts: said`A lasting gap`
      }[story],
      summary: said`${headOf(feature)} of the average hit less that of the average flop, in standard deviations within the decade, with intervals; above the dashed line hits have more.`,
      axis: "Hits minus flops (standard deviations)",
      format: "deviations",
      reference: 0,
      rows: [],
      lines: [{name: wordOf(feature), points: trait.byDecade.map(({decade, gap}) => ({decade, ...gap}))}]
    }
  };
}

const sideOf = ({value}: Estimate) => (value > 0 ? "hits" : "flops");

/** What the intervals tell of a gap's change; null if nothing. */
function storyOf(first: Estimate, last: Estimate, change: Estimate): Story | null {
  const clear = (estimate: Estimate) => isClear(estimate, TRAITS.length);
  const both = clear(first) && clear(last);
  const same = sideOf(first) === sideOf(last);
  if (!clear(change)) return both && same ? "lasts" : null;
  if (both && !same) return "turned";
  const grew = Math.abs(last.value) > Math.abs(first.value);
  if (!clear(grew ? last : first)) return null;
  return grew ? "grew" : "shrank";
}
