import type {LogisticModel} from "../logistic/types.js";
import type {RowExplanation} from "./types.js";

/**
 * SHAP values of one row under a logistic regression, log-odds, in closed form.
 *
 * φⱼ = wⱼ (xⱼ − meanⱼ) / deviationⱼ
 *
 * Interventional: features are taken as independent, so an unknown one averages to its training mean. There every
 * standardised column is 0 and the margin is the intercept, which therefore is the base. A missing value counts as the
 * training median, as in prediction.
 *
 * @param row one value a feature of the model, in its order, NaN where missing
 * @throws RangeError if the row has another width than the model
 * @see Strumbelj and Kononenko 2014, Knowledge and Information Systems 41, 647-665; "linear SHAP" in Lundberg 2017
 */
export function shapLogisticRow(model: LogisticModel, row: ArrayLike<number>): RowExplanation {
  const {features, medians, means, deviations, weights, interceptLogOdds} = model;
  if (row.length !== features.length)
    throw new RangeError(`shapLogisticRow requires ${features.length} values; got ${row.length}`);
  const phi = Float64Array.from(weights, (weight, j) => {
    const x = Number.isNaN(row[j]) ? medians[j] : row[j];
    return (weight * (x - means[j])) / deviations[j];
  });
  return {base: interceptLogOdds, phi};
}
