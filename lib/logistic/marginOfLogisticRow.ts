import {standardised} from "./standardised.js";
import type {LogisticModel} from "./types.js";

/**
 * Margin of one row: the intercept plus, from every feature, its weight times its standardised value.
 *
 * Each of these terms is the feature's SHAP value, for standardised features have mean 0.
 *
 * @param x one value a feature, in the model's order; NaN is missing
 * @returns log-odds
 * @throws RangeError if x has another width than the model or a value is infinite
 */
export function marginOfLogisticRow(model: LogisticModel, x: ArrayLike<number>): number {
  const {features, weights, interceptLogOdds} = model;
  if (x.length !== features.length) {
    throw new RangeError(`marginOfLogisticRow requires ${features.length} values; got ${x.length}`);
  }
  let margin = interceptLogOdds;
  for (let j = 0; j < weights.length; j++) {
    if (x[j] === Infinity || x[j] === -Infinity) {
      throw new RangeError(`marginOfLogisticRow requires finite values; got ${x[j]} for "${features[j]}"`);
    }
    margin += weights[j] * standardised(model, j, x[j]);
  }
  return margin;
}
