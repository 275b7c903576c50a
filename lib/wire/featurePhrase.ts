import type {Feature, Unit} from "../features/features.js";
import {formatFeature} from "../format/formatFeature.js";

/** A value of a feature as a sentence's subject: "a low energy (0.12)", "the 1960s". */
export interface FeaturePhrase {
  readonly text: string;
  readonly plural: boolean; // "the 1960s add", "a long duration adds"
}

/** Where the middle three fifths of some tracks lie: their 20 % and 80 % quantiles. */
export type CommonRange = readonly [low: number, high: number];

const ADJECTIVES: Partial<Record<Unit, readonly [low: string, high: string]>> = {
  BPM: ["slow", "fast"],
  ms: ["short", "long"],
  s: ["early", "late"]
};

/**
 * Names a feature's value, and whether it is low or high among other tracks. A value at a quantile is beyond it unless
 * most tracks have that very value.
 *
 * @param value in the feature's unit; NaN is missing
 * @param common where most tracks lie; null if nothing is known of them
 */
export function featurePhrase(feature: Feature, value: number, common: CommonRange | null): FeaturePhrase {
  const noun = nounOf(feature);
  const said = formatFeature(feature, value);
  if (Number.isNaN(value)) return {text: `an unknown ${noun}`, plural: false};
  switch (feature.unit) {
    case "key":
      return {text: `the key of ${said}`, plural: false};
    case "mode":
      return {text: `the ${said} mode`, plural: false};
    case "beats":
      return {text: said, plural: value !== 1};
    case "year":
      return {text: `the ${said}`, plural: true};
  }
  const [low, high] = ADJECTIVES[feature.unit] ?? ["low", "high"];
  const adjective = common && (isLow(value, common) ? low : isHigh(value, common) ? high : "middling");
  const words = [adjective, noun].filter(Boolean).join(" ");
  return {text: `${/^[aeiou]/.test(words) ? "an" : "a"} ${words} (${said})`, plural: false};
}

const isLow = (value: number, [low, high]: CommonRange) => value <= low && value < high;
const isHigh = (value: number, [low, high]: CommonRange) => value >= high && value > low;

function nounOf({label, unit}: Feature): string {
  const name = label.toLowerCase();
  return unit === "beats" || unit === "count" ? `number of ${name}` : name;
}
