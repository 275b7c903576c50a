import {sigmoid} from "../sigmoid.js";

/**
 * How far weights are from the best: the largest size in the gradient of the mean log-likelihood.
 *
 * max over columns j of |(1/n) Σᵢ (yᵢ − pᵢ) uᵢⱼ|; 0 at the maximum
 *
 * @param values n × width values, row by row
 * @param y outcomes, n values, each 0 or 1
 * @param weights width values, log-odds a unit
 */
export function steepestSlope(values: Float64Array, y: ArrayLike<number>, weights: Float64Array): number {
  const width = weights.length;
  const gradient = new Float64Array(width);
  for (let i = 0; i < y.length; i++) {
    let margin = 0;
    for (let j = 0; j < width; j++) margin += values[i * width + j] * weights[j];
    const residual = y[i] - sigmoid(margin);
    for (let j = 0; j < width; j++) gradient[j] += values[i * width + j] * residual;
  }
  return gradient.reduce((most, sum) => Math.max(most, Math.abs(sum / y.length)), 0);
}
