import type {LogisticModel} from "../logistic/types.js";
import {emptyGame} from "./emptyGame.js";
import {shapLogisticRow} from "./shapLogisticRow.js";
import {sumSubsets} from "./sumSubsets.js";

/**
 * Prepares the expected margin of a row under every coalition of features, for a logistic regression, in closed form.
 *
 * v(S) = intercept + Σ over j in S of φⱼ: a margin without pairs, features taken as independent, as `shapLogisticRow`
 *
 * @returns a function of one value a feature, NaN where missing. It gives 2^features values, log-odds; at index S the
 *   features known are the bits of S. It throws a RangeError if there are more than 20 features, and as
 *   `shapLogisticRow`
 */
export function logisticGame(model: LogisticModel): (row: ArrayLike<number>) => Float64Array {
  return (row) => {
    const {base, phi} = shapLogisticRow(model, row);
    const game = emptyGame("logisticGame", phi.length);
    game[0] = base;
    phi.forEach((x, j) => (game[1 << j] = x));
    return sumSubsets(game);
  };
}
