import {checkColumns} from "../checkColumns.js";
import {type Columns, selectColumns} from "../columns.js";
import {standardised} from "./standardised.js";
import type {LogisticModel} from "./types.js";

/**
 * Margins of many rows, each the same to the last bit as marginOfLogisticRow's.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns log-odds, n values
 * @throws RangeError if the model has another format, a feature of it is not a column of X, or as checkColumns
 */
export function logisticMargins(model: LogisticModel, X: Columns): Float64Array {
  if (model.format !== "trackoracle-logistic/1") {
    throw new RangeError(`logisticMargins requires format trackoracle-logistic/1; got ${String(model.format)}`);
  }
  const chosen = selectColumns(X, model.features);
  checkColumns("logisticMargins", chosen);
  const margins = new Float64Array(X.length).fill(model.interceptLogOdds);
  chosen.columns.forEach((column, j) => {
    for (let i = 0; i < margins.length; i++) margins[i] += model.weights[j] * standardised(model, j, column[i]);
  });
  return margins;
}
