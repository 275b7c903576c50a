import {type Columns, selectColumns} from "../columns.js";
import type {ShapesData} from "../wire/ShapesData.js";
import {columnMeans, triangles} from "./basis.js";
import type {GlassboxFit} from "./fitGlassbox.js";
import {knotPosition} from "./knotPosition.js";
import {shapeValue} from "./shapeValue.js";
import {surfaceValue} from "./surfaceValue.js";

const Z95 = 1.959963984540054; // half width of a 95 % interval, in standard errors

/**
 * Every curve of a fit at its knots, with pointwise 95 % intervals, strongest first, and how much its surfaces move.
 *
 * Intervals are the posterior's, given the penalties: across the whole curve some 95 in 100 of them hold the truth.
 * They are exact at knots; on the lines between, what they give is a little too wide.
 *
 * @param X rows that tell how common values are, as a rule those of training; picked by name
 * @throws RangeError if a feature of the model is not a column of X
 * @see Marra and Wood 2012, Coverage properties of confidence intervals for generalized additive model components
 */
export function shapeCurves({model, standardErrors, edf}: GlassboxFit, X: Columns): ShapesData {
  const {columns} = selectColumns(X, model.features);
  const shapes = model.shapes.map((shape, j) => {
    const {knots, values} = shape;
    const at = knots.map((_, k) => k);
    const shares = columnMeans(triangles(columns[j], {at: knots, levels: false, missing: true}));
    return {
      feature: model.features[j],
      importance: meanSize(X.length, (i) => shapeValue(shape, columns[j][i])),
      edf: edf[j],
      levels: columns[j].every((x) => Number.isInteger(knotPosition(knots, x))),
      x: knots,
      y: values.slice(0, -1),
      low: at.map((k) => values[k] - Z95 * standardErrors[j][k]),
      high: at.map((k) => values[k] + Z95 * standardErrors[j][k]),
      share: [...shares.slice(0, -1)],
      missing: shares[knots.length] > 0 ? values[knots.length] : null
    };
  });
  const surfaces = model.surfaces.map((surface) => {
    const [a, b] = surface.features;
    const importance = meanSize(X.length, (i) => surfaceValue(surface, columns[a][i], columns[b][i]));
    return {features: [model.features[a], model.features[b]] as const, importance};
  });
  const strongest = (a: {importance: number}, b: {importance: number}) => b.importance - a.importance;
  return {shapes: shapes.sort(strongest), surfaces: surfaces.sort(strongest)};
}

function meanSize(n: number, value: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(value(i));
  return n === 0 ? 0 : sum / n;
}
