import {checkGlassboxRow} from "../glassbox/checkGlassboxRow.js";
import {shapeValue} from "../glassbox/shapeValue.js";
import {surfaceValue} from "../glassbox/surfaceValue.js";
import type {Glassbox} from "../glassbox/types.js";
import type {RowInteractions} from "./types.js";

/**
 * SHAP interaction values of one row under a glassbox, log-odds, in closed form.
 *
 * Φⱼⱼ = fⱼ(xⱼ) and Φⱼₖ = Φₖⱼ = ½ f_jk(xⱼ, x_k): the model is built of main effects and pairs; see `glassboxGame`
 *
 * @param x one value a feature, in the model's order; NaN is missing
 * @throws RangeError if the row has another width than the model, or an infinite value
 */
export function glassboxInteractions(model: Glassbox, x: ArrayLike<number>): RowInteractions {
  checkGlassboxRow("glassboxInteractions", model, x);
  const M = model.features.length;
  const phi = new Float64Array(M * M);
  model.shapes.forEach((shape, j) => (phi[j * M + j] = shapeValue(shape, x[j])));
  for (const surface of model.surfaces) {
    const [a, b] = surface.features;
    const half = surfaceValue(surface, x[a], x[b]) / 2;
    phi[a * M + b] += half;
    phi[b * M + a] += half;
  }
  return {base: model.interceptLogOdds, phi};
}
