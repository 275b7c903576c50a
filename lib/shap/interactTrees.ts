import type {Columns} from "../columns.js";
import type {TreeEnsemble} from "../trees/types.js";
import {explainBatch} from "./explainBatch.js";
import {pairIndex} from "./pairIndex.js";
import {pairTables} from "./pairTables.js";
import type {ExplainOptions, Interactions} from "./types.js";

/**
 * Exact path-dependent SHAP interaction values of many rows, log-odds: what XGBoost calls `pred_interactions`.
 *
 * @param X any columns; the model's features are picked by name. NaN is missing; an infinite value is compared like
 *   any other, as in `predictMargins`
 * @returns a column a pair of features, in the order of `pairIndex`; what two features do together counts one half in
 *   their column, so that i's SHAP value is (i, i) plus all (i, j), as in `shapTrees`
 * @throws RangeError if a feature of the model is not a column of X, X has no rows or a column of another length, or a
 *   cover is negative or not finite
 * @see Lundberg et al. 2020, Nature Machine Intelligence 2, 56-67, for the values
 */
export function interactTrees(ensemble: TreeEnsemble, X: Columns, options: ExplainOptions = {}): Interactions {
  const {base, phi} = explainBatch("interactTrees", pairTables, ensemble, X, options);
  // The places (i, i) hold SHAP values so far; a main effect is what the pairs leave of one.
  for (let i = 0; i < ensemble.features.length; i++)
    for (let j = 0; j < i; j++)
      for (let row = 0; row < X.length; row++) {
        const both = phi[pairIndex(i, j)][row];
        phi[pairIndex(i, i)][row] -= both;
        phi[pairIndex(j, j)][row] -= both;
      }
  return {base, phi};
}
