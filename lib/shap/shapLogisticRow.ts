import {standardised} from "../logistic/standardised.js";
import type {LogisticModel} from "../logistic/types.js";
import type {RowExplanation} from "./types.js";

/**
 * SHAP values of one row under a logistic regression, log-odds, in closed form.
 *
 * φⱼ = weightⱼ × (zⱼ − mean of zⱼ), where z is the standardised value, whose mean over the training rows is 0
 *
 * Interventional: features are taken as independent, so an unknown one averages to its training mean. With none known
 * the margin is the intercept, which therefore is the base. A missing value counts as the training median.
 *
 * @param row one value a feature of the model, in its order, NaN where missing
 * @throws RangeError if the row has another width than the model, or an infinite value
 * @see Lundberg and Lee 2017, A unified approach to interpreting model predictions, corollary 1 (linear SHAP)
 */
export function shapLogisticRow(model: LogisticModel, row: ArrayLike<number>): RowExplanation {
  const {features, weights, interceptLogOdds} = model;
  if (row.length !== features.length) {
    throw new RangeError(`shapLogisticRow requires ${features.length} values; got ${row.length}`);
  }
  const phi = Float64Array.from(weights, (weight, j) => {
    if (Math.abs(row[j]) === Infinity) {
      throw new RangeError(`shapLogisticRow requires finite values; got ${row[j]} for "${features[j]}"`);
    }
    return weight * standardised(model, j, row[j]);
  });
  return {base: interceptLogOdds, phi};
}
