import type {Columns} from "../columns.js";
import {sigmoid} from "../sigmoid.js";
import {mlpMargins} from "./mlpMargins.js";
import type {Mlp} from "./types.js";

/**
 * Probabilities of many rows.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns probabilities of 1, n values in [0, 1]
 * @throws RangeError as mlpMargins
 */
export function predictMlp(model: Mlp, X: Columns): Float64Array {
  return mlpMargins(model, X).map(sigmoid);
}
