import type {Columns} from "../columns.js";
import {sigmoid} from "../sigmoid.js";
import {glassboxMargins} from "./glassboxMargins.js";
import type {Glassbox} from "./types.js";

/**
 * Probabilities of many rows.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns probabilities of 1, n values in [0, 1]
 * @throws RangeError as glassboxMargins
 */
export function predictGlassbox(model: Glassbox, X: Columns): Float64Array {
  return glassboxMargins(model, X).map(sigmoid);
}
