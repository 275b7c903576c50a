import {FEATURES} from "../features/features.js";
import {formatFeature} from "../format/formatFeature.js";
import type {ExploreData, FeatureSummary} from "./ExploreData.js";

/** What explore.md says first, worded from its numbers. */
export function exploreWords({features, tracks}: Pick<ExploreData, "features" | "tracks">): {
  readonly finding: string;
  readonly lede: string;
} {
  const telling = [...features].sort((a, b) => distance(b) - distance(a));
  const [first, second] = telling.map(({name}) => FEATURES.find((feature) => feature.name === name)!);
  const higher = (telling[0].auc ?? 0.5) > 0.5;
  const {hit, flop} = telling[0].trend[telling[0].trend.length - 1];
  const last = telling[0].trend[telling[0].trend.length - 1].decade;
  const medians =
    hit[1] === null || flop[1] === null
      ? ""
      : ` In the ${last}s the median hit has ${formatFeature(first, hit[1])}, the median flop ${formatFeature(first, flop[1])}.`;
  return {
    finding: `Hits have ${higher ? "a higher" : "a lower"} ${first.label.toLowerCase()} than flops`,
    lede:
      `Of ${FEATURES.length} features, ${first.label.toLowerCase()} alone ranks a random hit and a random flop of the ` +
      `${tracks.toLocaleString("en")} tracks apart ${(50 + 100 * distance(telling[0])).toFixed(0)} % of the time; ` +
      `${second.label.toLowerCase()} comes next with ${(50 + 100 * distance(telling[1])).toFixed(0)} %.${medians}`
  };
}

const distance = ({auc}: FeatureSummary) => Math.abs((auc ?? 0.5) - 0.5);
