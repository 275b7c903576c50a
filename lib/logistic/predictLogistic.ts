import type {Columns} from "../columns.js";
import {sigmoid} from "../sigmoid.js";
import {logisticMargins} from "./logisticMargins.js";
import type {LogisticModel} from "./types.js";

/**
 * Probabilities of many rows.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns probabilities of 1, n values in [0, 1]
 * @throws RangeError as logisticMargins
 */
export function predictLogistic(model: LogisticModel, X: Columns): Float64Array {
  return logisticMargins(model, X).map(sigmoid);
}
