import {checkGlassboxRow} from "./checkGlassboxRow.js";
import {shapeValue} from "./shapeValue.js";
import {surfaceValue} from "./surfaceValue.js";
import type {Glassbox} from "./types.js";

/**
 * Margin of one row: the intercept, what every curve adds, and what every surface adds.
 *
 * @param x one value a feature, in the model's order; NaN is missing
 * @returns log-odds
 * @throws RangeError if x has another width than the model or a value is infinite
 */
export function marginOfGlassboxRow(model: Glassbox, x: ArrayLike<number>): number {
  checkGlassboxRow("marginOfGlassboxRow", model, x);
  let margin = model.interceptLogOdds;
  model.shapes.forEach((shape, j) => (margin += shapeValue(shape, x[j])));
  for (const surface of model.surfaces) margin += surfaceValue(surface, x[surface.features[0]], x[surface.features[1]]);
  return margin;
}
