import {checkColumns} from "../checkColumns.js";
import {type Columns, selectColumns} from "../columns.js";
import {forwardPass} from "./forwardPass.js";
import type {Mlp} from "./types.js";

/**
 * Margins of many rows, each the same to the last bit as marginOfMlpRow's.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns log-odds, n values
 * @throws RangeError if the model has another format, a feature of it is not a column of X, or as checkColumns
 */
export function mlpMargins(model: Mlp, X: Columns): Float64Array {
  const marginOf = forwardPass(model);
  const {columns, ...chosen} = selectColumns(X, model.features);
  checkColumns("mlpMargins", {columns, ...chosen});
  const x = new Float32Array(columns.length);
  return Float64Array.from({length: X.length}, (_, i) => {
    columns.forEach((column, j) => (x[j] = column[i]));
    return marginOf(x);
  });
}
