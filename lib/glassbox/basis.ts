import type {Knots} from "./chooseKnots.js";
import {knotPosition} from "./knotPosition.js";

/** How much of each column every row has: in row i, `weight[i * corners + c]` of column `index[i * corners + c]`. */
export interface Basis {
  readonly size: number; // columns
  readonly corners: 1 | 2 | 4; // entries a row, some of them 0
  readonly index: Uint16Array;
  readonly weight: Float64Array; // a row's weights are at least 0 and add up to 1
}

/**
 * A triangle a knot, by which heights are interpolated, and an indicator of missing values where there are any.
 *
 * These are B-splines of degree 1; levels never fall between knots, so that theirs are indicators too.
 *
 * @param column n values; NaN is missing
 */
export function triangles(column: Float32Array, {at, levels, missing}: Knots): Basis {
  const n = column.length;
  const corners = levels ? 1 : 2;
  const index = new Uint16Array(n * corners);
  const weight = new Float64Array(n * corners);
  for (let i = 0; i < n; i++) {
    const position = knotPosition(at, column[i]);
    const low = Math.floor(position);
    index[i * corners] = low;
    weight[i * corners] = low + 1 - position;
    if (corners === 1 || position === low) continue;
    index[i * corners + 1] = low + 1;
    weight[i * corners + 1] = position - low;
  }
  return {size: at.length + (missing ? 1 : 0), corners, index, weight};
}

/** The products of each column of one basis with each of another, row-major: column a × b.size + b. */
export function products(a: Basis, b: Basis): Basis {
  const corners = (a.corners * b.corners) as Basis["corners"];
  const n = a.weight.length / a.corners;
  const index = new Uint16Array(n * corners);
  const weight = new Float64Array(n * corners);
  for (let i = 0, at = 0; i < n; i++) {
    for (let c = i * a.corners; c < (i + 1) * a.corners; c++) {
      for (let d = i * b.corners; d < (i + 1) * b.corners; d++, at++) {
        index[at] = a.index[c] * b.size + b.index[d];
        weight[at] = a.weight[c] * b.weight[d];
      }
    }
  }
  return {size: a.size * b.size, corners, index, weight};
}

/** Means of a basis' columns over the rows. */
export function columnMeans({size, corners, index, weight}: Basis): Float64Array {
  const means = new Float64Array(size);
  for (let e = 0; e < weight.length; e++) means[index[e]] += weight[e];
  return means.map((sum) => (sum * corners) / weight.length);
}
