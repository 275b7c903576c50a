import type {Feature} from "../features/features.js";
import {formatFeature} from "./formatFeature.js";

/** What a histogram's bin holds: a single value of a feature that moves in whole steps, else the range it covers. */
export function formatBin(feature: Pick<Feature, "unit" | "step">, from: number, to: number): string {
  const middle = (from + to) / 2;
  const single = feature.step >= 1 && to - from === feature.step && Number.isInteger(middle / feature.step);
  if (single) return formatFeature(feature, middle);
  return `${formatFeature(feature, from)} to ${formatFeature(feature, to)}`;
}
