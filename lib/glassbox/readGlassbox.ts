import type {Knots} from "./chooseKnots.js";
import {curveRows} from "./curveRows.js";
import {pureSurface} from "./pureSurface.js";
import type {Term} from "./terms.js";
import type {Glassbox} from "./types.js";

/**
 * The model that coefficients stand for: for the rows the terms were built on, its margins are theirs.
 *
 * @param features names, one a curve
 * @param knots of curves, one a feature
 * @param coarse knots of surfaces, one a feature
 * @param beta one coefficient a column of the terms, the intercept first
 */
export function readGlassbox(
  features: readonly string[],
  terms: readonly Term[],
  knots: readonly Knots[],
  coarse: readonly Knots[],
  beta: Float64Array
): Glassbox {
  const shapes = knots.map((one, j) => {
    const values = curveRows(terms, j, one, coarse[j]).map((row) => product(row, beta));
    return {knots: one.at, values: one.missing ? values : [...values, 0]};
  });
  const means = terms.map(({start, means}) => product(means, beta.subarray(start)));
  return {
    format: "trackoracle-glassbox/1",
    features: [...features],
    interceptLogOdds: means.reduce((sum, mean) => sum + mean, beta[0]),
    shapes,
    surfaces: terms.slice(knots.length).map((term) => pureSurface(term, beta, coarse))
  };
}

const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, c) => sum + value * b[c], 0);
