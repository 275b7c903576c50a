import type {Feature} from "../features/features.js";
import {formatFeature} from "./formatFeature.js";

/** A feature's value at a tick of an axis, whose label already names the unit. */
export function formatTick(feature: Pick<Feature, "unit">, value: number): string {
  switch (feature.unit) {
    case "dB":
    case "BPM":
    case "beats":
    case "count":
    case "":
      return String(Number(value.toPrecision(6))).replace("-", "−");
    default:
      return formatFeature(feature, value);
  }
}
