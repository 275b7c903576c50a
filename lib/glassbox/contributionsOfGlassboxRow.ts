import {checkGlassboxRow} from "./checkGlassboxRow.js";
import {shapeValue} from "./shapeValue.js";
import {surfaceValue} from "./surfaceValue.js";
import type {Glassbox} from "./types.js";

/**
 * What each feature adds to the margin of one row: its curve, and half of each of its surfaces.
 *
 * Intercept and contributions add up to the margin. They are the row's SHAP values, exactly: interventional, with the
 * training rows as background and the intercept as base, because curves and surfaces have mean 0 over those rows and
 * surfaces nothing that depends on one feature alone.
 *
 * @param x one value a feature, in the model's order; NaN is missing
 * @returns log-odds, one a feature
 * @throws RangeError if x has another width than the model or a value is infinite
 */
export function contributionsOfGlassboxRow(model: Glassbox, x: ArrayLike<number>): Float64Array {
  checkGlassboxRow("contributionsOfGlassboxRow", model, x);
  const phi = Float64Array.from(model.shapes, (shape, j) => shapeValue(shape, x[j]));
  for (const surface of model.surfaces) {
    const [a, b] = surface.features;
    const half = surfaceValue(surface, x[a], x[b]) / 2;
    phi[a] += half;
    phi[b] += half;
  }
  return phi;
}
