import {triangles} from "./basis.js";
import type {Knots} from "./chooseKnots.js";
import {type Term, widthOf} from "./terms.js";

/**
 * A feature's curve at its knots, and for missing values if any were seen, as weighted sums of all coefficients.
 *
 * The curve is what the fit adds on average for the feature's value: its own term, and of each of its surfaces the mean
 * over the other feature, both less their means over the rows.
 *
 * @param j the feature, index of its curve among terms
 * @param knots of its curve
 * @param coarse its knots on surfaces
 * @returns for each knot, then missing, one weight a coefficient
 */
export function curveRows(terms: readonly Term[], j: number, knots: Knots, coarse: Knots): Float64Array[] {
  const {start, means} = terms[j];
  const levels = Float32Array.from([...knots.at, ...(knots.missing ? [NaN] : [])]);
  const side = triangles(levels, coarse);
  const rows = Array.from(levels, (_, k) => {
    const row = new Float64Array(widthOf(terms));
    row[start + k] = 1;
    return row;
  });
  for (const surface of terms) {
    if (surface.features.length === 1 || !surface.features.includes(j)) continue;
    const isFirst = surface.features[0] === j;
    const others = surface.sides[isFirst ? 1 : 0];
    const [mine, theirs] = isFirst ? [others.length, 1] : [1, side.size]; // strides
    for (let e = 0; e < side.weight.length; e++) {
      const row = rows[Math.floor(e / side.corners)];
      others.forEach((share, o) => (row[surface.start + side.index[e] * mine + o * theirs] += side.weight[e] * share));
    }
  }
  const mean = new Float64Array(widthOf(terms));
  rows.forEach((row, k) => row.forEach((weight, c) => (mean[c] += means[k] * weight)));
  return rows.map((row) => row.map((weight, c) => weight - mean[c]));
}
