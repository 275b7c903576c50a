import {parseFeature} from "../../../lib/csv/parseFeature.js";
import type {Feature} from "../../../lib/features/features.js";
import {UnusableRow} from "./UnusableRow.js";

/**
 * A cell as a feature's value, NaN if missing.
 *
 * @throws UnusableRow if it is text, or out of the feature's range
 */
export function readFeature(cell: string, feature: Feature): number {
  try {
    return parseFeature(cell, feature);
  } catch (error) {
    throw new UnusableRow(`unusable ${feature.name}`, (error as Error).message, feature.name);
  }
}
