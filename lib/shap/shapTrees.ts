import type {Columns} from "../columns.js";
import type {TreeEnsemble} from "../trees/types.js";
import {explainBatch} from "./explainBatch.js";
import type {ExplainOptions, Explanation} from "./types.js";
import {valueTables} from "./valueTables.js";

/**
 * Exact path-dependent SHAP values of many rows, log-odds: what XGBoost calls `pred_contribs`.
 *
 * @param X any columns; the model's features are picked by name. NaN is missing; an infinite value is compared like
 *   any other, as in `predictMargins`
 * @returns in every row, base plus the sum of phi is the margin of `predictMargins`
 * @throws RangeError if a feature of the model is not a column of X, X has no rows or a column of another length, or a
 *   cover is negative or not finite
 * @see Lundberg et al. 2020, Nature Machine Intelligence 2, 56-67, for the values
 */
export function shapTrees(ensemble: TreeEnsemble, X: Columns, options: ExplainOptions = {}): Explanation {
  return explainBatch("shapTrees", valueTables, ensemble, X, options);
}
