import {checkColumns} from "../checkColumns.js";
import {type Columns, selectColumns} from "../columns.js";
import {shapeValue} from "./shapeValue.js";
import {surfaceValue} from "./surfaceValue.js";
import type {Glassbox} from "./types.js";

/**
 * Margins of many rows, each the same to the last bit as marginOfGlassboxRow's.
 *
 * @param X n rows; the model's features are picked by name. NaN is missing
 * @returns log-odds, n values
 * @throws RangeError if the model has another format, a feature of it is not a column of X, or as checkColumns
 */
export function glassboxMargins(model: Glassbox, X: Columns): Float64Array {
  if (model.format !== "trackoracle-glassbox/1") {
    throw new RangeError(`glassboxMargins requires format trackoracle-glassbox/1; got ${String(model.format)}`);
  }
  const chosen = selectColumns(X, model.features);
  checkColumns("glassboxMargins", chosen);
  const margins = new Float64Array(X.length).fill(model.interceptLogOdds);
  model.shapes.forEach((shape, j) => {
    const column = chosen.columns[j];
    for (let i = 0; i < margins.length; i++) margins[i] += shapeValue(shape, column[i]);
  });
  for (const surface of model.surfaces) {
    const [a, b] = surface.features.map((j) => chosen.columns[j]);
    for (let i = 0; i < margins.length; i++) margins[i] += surfaceValue(surface, a[i], b[i]);
  }
  return margins;
}
