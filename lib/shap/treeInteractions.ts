import type {TreeEnsemble} from "../trees/types.js";
import {coverShares} from "./coverShares.js";
import {expectedMargin} from "./expectedMargin.js";
import {pairIndex} from "./pairIndex.js";
import {pairWalker} from "./pairWalker.js";
import type {RowInteractions} from "./types.js";

/**
 * Prepares exact SHAP interaction values of one row at a time, quick enough for a page.
 *
 * Path-dependent, log-odds: what XGBoost calls `pred_interactions`. For many rows at once `interactTrees` is faster.
 *
 * @returns a function of one value a feature of the ensemble, in its order, NaN where missing; values are compared as
 *   float32, and an infinite one like any other. It throws a RangeError at another width
 * @throws RangeError if a cover is negative or not finite
 */
export function treeInteractions(ensemble: TreeEnsemble): (row: ArrayLike<number>) => RowInteractions {
  const features = ensemble.features.length;
  const trees = ensemble.starts.length - 1;
  const shares = coverShares(ensemble);
  const base = expectedMargin(ensemble, shares);
  const walk = pairWalker(ensemble, shares);
  return (row) => {
    if (row.length !== features)
      throw new RangeError(`treeInteractions requires ${features} values; got ${row.length}`);
    const x = Float32Array.from(row);
    const pairs = new Float64Array((features * (features + 1)) / 2);
    for (let tree = 0; tree < trees; tree++) walk(tree, x, pairs);
    const phi = new Float64Array(features ** 2);
    for (let i = 0; i < features; i++) {
      phi[i * features + i] += pairs[pairIndex(i, i)];
      for (let j = 0; j < i; j++) {
        const both = pairs[pairIndex(i, j)];
        phi[i * features + j] = phi[j * features + i] = both;
        phi[i * features + i] -= both;
        phi[j * features + j] -= both;
      }
    }
    return {base, phi};
  };
}
