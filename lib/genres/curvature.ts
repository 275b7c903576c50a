import {sigmoid} from "../sigmoid.js";
import type {Design} from "./types.js";

/** The log-likelihood of a group's logistic regression as a parabola: −½ βᵀ H β + uᵀ β, exact at one β to second order. */
export interface Curvature {
  readonly hessian: Float64Array; // H, width × width
  readonly score: Float64Array; // u = gradient + H β
}

/**
 * Expands the weighted log-likelihood of some rows around coefficients.
 *
 * @param design all rows
 * @param y outcomes, each 0 or 1
 * @param weight of each row, above 0
 * @param rows which of them
 * @param beta `design.width` coefficients
 */
export function curvature(
  {values, width}: Design,
  y: Uint8Array,
  weight: Float64Array,
  rows: Int32Array,
  beta: Float64Array
): Curvature {
  const hessian = new Float64Array(width * width);
  const score = new Float64Array(width);
  for (const row of rows) {
    const from = row * width;
    let margin = 0;
    for (let j = 0; j < width; j++) margin += values[from + j] * beta[j];
    const p = sigmoid(margin);
    const h = weight[row] * Math.max(p * (1 - p), FLATTEST);
    const working = weight[row] * (y[row] - p) + h * margin;
    for (let j = 0; j < width; j++) {
      const z = values[from + j];
      score[j] += z * working;
      const scaled = h * z;
      for (let k = 0; k <= j; k++) hessian[j * width + k] += scaled * values[from + k];
    }
  }
  for (let j = 0; j < width; j++) for (let k = 0; k < j; k++) hessian[k * width + j] = hessian[j * width + k];
  return {hessian, score};
}

const FLATTEST = 1e-6; // of a row: where p is 0 or 1 to rounding, the parabola would be a line
