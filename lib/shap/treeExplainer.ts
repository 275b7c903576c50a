import type {TreeEnsemble} from "../trees/types.js";
import {coverShares} from "./coverShares.js";
import {expectedMargin} from "./expectedMargin.js";
import {treeWalker} from "./treeWalker.js";
import type {RowExplanation} from "./types.js";

/**
 * Prepares exact SHAP values of one row at a time, quick enough to follow a slider.
 *
 * Path-dependent, log-odds: what XGBoost calls `pred_contribs`. For many rows at once `shapTrees` is faster.
 *
 * @returns a function of one value a feature of the ensemble, in its order, NaN where missing; values are compared as
 *   float32, and an infinite one like any other. It throws a RangeError at another width
 * @throws RangeError if a cover is negative or not finite
 */
export function treeExplainer(ensemble: TreeEnsemble): (row: ArrayLike<number>) => RowExplanation {
  const features = ensemble.features.length;
  const trees = ensemble.starts.length - 1;
  const shares = coverShares(ensemble);
  const base = expectedMargin(ensemble, shares);
  const walk = treeWalker(ensemble, shares);
  return (row) => {
    if (row.length !== features) throw new RangeError(`treeExplainer requires ${features} values; got ${row.length}`);
    const x = Float32Array.from(row);
    const phi = new Float64Array(features);
    for (let tree = 0; tree < trees; tree++) walk(tree, x, phi);
    return {base, phi};
  };
}
