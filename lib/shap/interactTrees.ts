import {selectColumns, type Columns} from "../columns.js";
import type {TreeEnsemble} from "../trees/types.js";
import {coverShares} from "./coverShares.js";
import {expectedMargin} from "./expectedMargin.js";
import {pairIndex} from "./pairIndex.js";
import {pairWalker} from "./pairWalker.js";
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
export function interactTrees(
  ensemble: TreeEnsemble,
  X: Columns,
  {onProgress, signal}: ExplainOptions = {}
): Interactions {
  const {columns} = selectColumns(X, ensemble.features);
  if (X.length < 1) throw new RangeError("interactTrees requires 1 row or more; got 0");
  const odd = columns.findIndex((column) => column.length !== X.length);
  if (odd >= 0) {
    const got = `${columns[odd].length} in "${ensemble.features[odd]}"`;
    throw new RangeError(`interactTrees requires ${X.length} values a column; got ${got}`);
  }
  const features = columns.length;
  const trees = ensemble.starts.length - 1;
  const shares = coverShares(ensemble);
  const phi = Array.from({length: (features * (features + 1)) / 2}, () => new Float64Array(X.length));
  const walk = pairWalker(ensemble, shares);
  const x = new Float32Array(features);
  const ofRow = new Float64Array(phi.length);
  for (let tree = 0; tree < trees; tree++) {
    signal?.throwIfAborted();
    for (let i = 0; i < X.length; i++) {
      for (let j = 0; j < features; j++) x[j] = columns[j][i];
      walk(tree, x, ofRow);
      for (let k = 0; k < phi.length; k++) phi[k][i] += ofRow[k];
      ofRow.fill(0);
    }
    onProgress?.(tree + 1, trees);
  }
  for (let i = 0; i < features; i++)
    for (let j = 0; j < i; j++)
      for (let row = 0; row < X.length; row++) {
        const both = phi[pairIndex(i, j)][row];
        phi[pairIndex(i, i)][row] -= both;
        phi[pairIndex(j, j)][row] -= both;
      }
  return {base: expectedMargin(ensemble, shares), phi};
}
