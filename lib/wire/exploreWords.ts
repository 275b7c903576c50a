import {featureNamed} from "../features/featureNamed.js";
import type {Feature} from "../features/features.js";
import {formatFeature} from "../format/formatFeature.js";
import type {ExploreData, FeatureSummary} from "./ExploreData.js";

/** What explore.md says first, worded from its numbers. */
export function exploreWords({features, tracks}: Pick<ExploreData, "features" | "tracks">): {
  readonly finding: string;
  readonly lede: string;
} {
  const [first, second] = [...features].sort((a, b) => distance(b) - distance(a));
  if (distance(first) === 0) {
    return {
      finding: "No single feature tells hits from flops",
      lede: `None of ${features.length} features alone ranks the hits of the ${tracks.toLocaleString("en")} tracks above the flops, or below.`
    };
  }
  const name = nameOf(first);
  return {
    finding: `Hits have ${first.auc! > 0.5 ? "a higher" : "a lower"} ${name} than flops`,
    lede:
      `Of ${features.length} features, ${name} alone ranks a random hit and a random flop of the ` +
      `${tracks.toLocaleString("en")} tracks apart ${percentOf(first)} of the time; ` +
      `${nameOf(second)} comes next with ${percentOf(second)}.${lastMedians(first)}`
  };
}

const distance = ({auc}: FeatureSummary) => Math.abs((auc ?? 0.5) - 0.5);
const percentOf = (feature: FeatureSummary) => `${(50 + 100 * distance(feature)).toFixed(0)} %`;
const featureOf = ({name}: FeatureSummary): Feature => featureNamed(name);
const nameOf = (feature: FeatureSummary) => featureOf(feature).label.toLowerCase();

/** Medians of the last decade, where it has hits and flops; a study may say of no track when it came out. */
function lastMedians(summary: FeatureSummary): string {
  const last = summary.trend.at(-1);
  if (!last || last.hit[1] === null || last.flop[1] === null) return "";
  const show = (value: number) => formatFeature(featureOf(summary), value);
  return ` In the ${last.decade}s the median hit has ${show(last.hit[1])}, the median flop ${show(last.flop[1])}.`;
}
