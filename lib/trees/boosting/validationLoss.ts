import {selectColumns} from "../../columns.js";
import type {BoostedValidation} from "../boostedSettings.js";
import {predictMargins} from "../predictMargins.js";
import type {TreeEnsemble} from "../types.js";
import {checkRows} from "./checkRows.js";

/**
 * A function that takes each new tree and returns the mean log loss of the trees so far on validation rows.
 *
 * Loss of a row: ln(1 + e^m) − y m, with m its margin.
 *
 * @param features names of the training columns
 * @param baseMargin log-odds before the first tree
 * @throws RangeError if a feature is no validation column, or as checkRows
 */
export function validationLoss(
  {X, y}: BoostedValidation,
  features: readonly string[],
  baseMargin: number
): (tree: TreeEnsemble) => number {
  const columns = selectColumns(X, features);
  checkRows(columns, y, "validation ");
  const margins = new Float64Array(columns.length).fill(baseMargin);
  return (tree) => {
    const added = predictMargins(tree, columns);
    let loss = 0;
    for (let i = 0; i < margins.length; i++) {
      const margin = (margins[i] += added[i]);
      loss += Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) - y[i] * margin;
    }
    return loss / margins.length;
  };
}
