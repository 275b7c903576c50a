import type {Columns} from "../columns.js";
import {predictMargins} from "../trees/predictMargins.js";
import type {Forest} from "./types.js";

/**
 * Probabilities of 1: the mean of the trees' leaves.
 *
 * @param X any columns; the model's features are picked by name. NaN is missing
 * @returns probabilities in [0, 1], one a row
 * @throws RangeError if a feature of the model is not a column of X
 */
export function predictForest({trees}: Forest, X: Columns): Float64Array {
  return predictMargins(trees, X).map((sum) => Math.min(sum, 1)); // float32 shares may add up to 1 + 1e-7
}
