import type {LogisticModel} from "./types.js";

/**
 * A value of feature j as the model weighs it: its distance from the training mean, in standard deviations.
 *
 * Values are float32, as in `Columns`, so that a page and a batch agree to the last bit. NaN counts as the median.
 *
 * @param model only its medians, means and deviations are read
 * @param j index into `features`
 * @param x in the feature's own unit; NaN is missing
 */
export function standardised(
  {medians, means, deviations}: Pick<LogisticModel, "medians" | "means" | "deviations">,
  j: number,
  x: number
): number {
  return ((Number.isNaN(x) ? medians[j] : Math.fround(x)) - means[j]) / deviations[j];
}
