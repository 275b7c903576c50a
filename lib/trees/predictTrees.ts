import type {Columns} from "../columns.js";
import {sigmoid} from "../sigmoid.js";
import {predictMargins} from "./predictMargins.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Probabilities of 1: the logistic function of the margins.
 *
 * @param X any columns; the model's features are picked by name. NaN is missing
 * @returns probabilities in [0, 1], one a row
 * @throws RangeError if a feature of the model is not a column of X
 */
export function predictTrees(ensemble: TreeEnsemble, X: Columns): Float64Array {
  return predictMargins(ensemble, X).map(sigmoid);
}
