import type {TreeEnsemble} from "./types.js";
import {writeXgboost} from "./writeXgboost.js";

const FLOAT_LISTS = /"(base_weights|loss_changes|split_conditions|sum_hessian)":\[([^\]]*)\]/g;

/**
 * The text of an XGBoost model file, for `Booster.load_model`.
 *
 * XGBoost refuses a whole number where it wants a float, so floats are written 0E0 and not 0.
 *
 * @throws RangeError as writeXgboost
 */
export function formatXgboost(ensemble: TreeEnsemble): string {
  // Quotes inside a feature's name are escaped, so no name looks like a list.
  return JSON.stringify(writeXgboost(ensemble)).replace(FLOAT_LISTS, (_, name: string, list: string) => {
    return `"${name}":[${list.replace(/(?<=^|,)-?\d+(?=,|$)/g, "$&E0")}]`;
  });
}
