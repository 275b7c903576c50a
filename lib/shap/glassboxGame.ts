import {checkGlassboxRow} from "../glassbox/checkGlassboxRow.js";
import {shapeValue} from "../glassbox/shapeValue.js";
import {surfaceValue} from "../glassbox/surfaceValue.js";
import type {Glassbox} from "../glassbox/types.js";
import {emptyGame} from "./emptyGame.js";
import {sumSubsets} from "./sumSubsets.js";

/**
 * Prepares the expected margin of a row under every coalition of features, for a glassbox, in closed form.
 *
 * v(S) = intercept + Σ over j in S of fⱼ(xⱼ) + Σ over surfaces with both features in S of f_jk(xⱼ, x_k)
 *
 * As in `contributionsOfGlassboxRow`: curves and surfaces average to 0 over what is unknown.
 *
 * @returns a function of one value a feature, NaN where missing. It gives 2^features values, log-odds; at index S the
 *   features known are the bits of S. It throws a RangeError if there are more than 20 features, the row has another
 *   width, or an infinite value
 */
export function glassboxGame(model: Glassbox): (row: ArrayLike<number>) => Float64Array {
  return (row) => {
    checkGlassboxRow("glassboxGame", model, row);
    const game = emptyGame("glassboxGame", row.length);
    game[0] = model.interceptLogOdds;
    model.shapes.forEach((shape, j) => (game[1 << j] = shapeValue(shape, row[j])));
    for (const surface of model.surfaces) {
      const [a, b] = surface.features;
      game[(1 << a) | (1 << b)] += surfaceValue(surface, row[a], row[b]);
    }
    return sumSubsets(game);
  };
}
