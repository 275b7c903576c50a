import {checkColumns} from "../checkColumns.js";
import {selectColumns, type Columns} from "../columns.js";
import {standardised} from "../logistic/standardised.js";
import type {LogisticModel} from "../logistic/types.js";
import type {Explanation} from "./types.js";

/**
 * SHAP values of many rows under a logistic regression, log-odds, in closed form; `shapLogisticRow` says how.
 *
 * @param X any columns; the model's features are picked by name. NaN counts as the training median
 * @returns in every row, base plus the sum of phi is the margin of `logisticMargins`
 * @throws RangeError if a feature of the model is not a column of X, X has no rows, or as checkColumns
 */
export function shapLogistic(model: LogisticModel, X: Columns): Explanation {
  const chosen = selectColumns(X, model.features);
  if (X.length < 1) throw new RangeError("shapLogistic requires 1 row or more; got 0");
  checkColumns("shapLogistic", chosen);
  const phi = chosen.columns.map((column, j) =>
    Float64Array.from(column, (x) => model.weights[j] * standardised(model, j, x))
  );
  return {base: model.interceptLogOdds, phi};
}
