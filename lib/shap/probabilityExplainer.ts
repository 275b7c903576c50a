import type {TreeEnsemble} from "../trees/types.js";
import {probabilityGame} from "./probabilityGame.js";
import {shapleyOfValues} from "./shapleyOfValues.js";
import {treeGame} from "./treeGame.js";
import type {RowExplanation} from "./types.js";

/**
 * Prepares exact SHAP values of one row at a time in probability, for an ensemble whose margins are log-odds.
 *
 * Of the game v(S) = sigmoid(expected margin of the row when only S is known); see `probabilityGame`. Base is the
 * probability at the expected margin, and base plus the sum of phi that of the row.
 *
 * @returns a function of one value a feature, NaN where missing. It throws a RangeError at another width
 * @throws RangeError if there are more than 20 features, or a cover is negative or not finite
 */
export function probabilityExplainer(ensemble: TreeEnsemble): (row: ArrayLike<number>) => RowExplanation {
  const game = treeGame(ensemble);
  return (row) => shapleyOfValues(probabilityGame(game(row)));
}
