import {cholesky, invertLower} from "../glassbox/cholesky.js";
import type {Curvature} from "./curvature.js";

/** What is believed of the groups' coefficients, given parabolas for their log-likelihoods and a normal prior. */
export interface Shrunk {
  readonly mean: Float64Array; // generalised least squares, flat prior on the means
  readonly meanCovariance: Float64Array; // width × width
  readonly effect: Float64Array; // groups × width
  readonly variance: Float64Array; // groups × width, the means' uncertainty within
}

/**
 * Coefficients of groups, β_g ~ N(μ, T) with T diagonal, where the log-likelihood of group g is −½ βᵀ H β + uᵀ β.
 *
 * Σ_g = (H_g + T⁻¹)⁻¹, β̂_g = Σ_g (u_g + T⁻¹ μ), where μ solves [Σ (T⁻¹ − T⁻¹ Σ_g T⁻¹)] μ = Σ T⁻¹ Σ_g u_g. What
 * is not known of μ adds (Σ_g T⁻¹) Var(μ) (Σ_g T⁻¹)ᵀ to a group's covariance.
 *
 * @param groups one parabola a group; a group without rows has zeros and is given the prior
 * @param tau2 the diagonal of T, above 0
 * @see Henderson 1975, Biometrics 31(2); Morris 1983, Journal of the American Statistical Association 78(381)
 */
export function shrinkGroups(groups: readonly Curvature[], tau2: Float64Array): Shrunk {
  const width = tau2.length;
  const square = width * width;
  const inner = groups.map(({hessian}) => {
    const precision = hessian.slice();
    for (let j = 0; j < width; j++) precision[j * width + j] += 1 / tau2[j];
    return inverted(precision, width);
  });
  const total = new Float64Array(square);
  const right = new Float64Array(width);
  inner.forEach((sigma, g) => {
    const {hessian, score} = groups[g];
    for (let j = 0; j < width; j++) {
      // T⁻¹ − T⁻¹ Σ T⁻¹ = T⁻¹ Σ H: without the difference, which loses digits where T is small.
      for (let k = 0; k < width; k++) {
        let sum = 0;
        for (let l = 0; l < width; l++) sum += sigma[j * width + l] * hessian[l * width + k];
        total[j * width + k] += sum / tau2[j];
      }
      let sum = 0;
      for (let l = 0; l < width; l++) sum += sigma[j * width + l] * score[l];
      right[j] += sum / tau2[j];
    }
  });
  const meanCovariance = inverted(total, width);
  const mean = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < width; k++) mean[j] += meanCovariance[j * width + k] * right[k];
  }
  const effect = new Float64Array(groups.length * width);
  const variance = new Float64Array(groups.length * width);
  const pulled = new Float64Array(width); // a row of Σ T⁻¹
  inner.forEach((sigma, g) => {
    const {score} = groups[g];
    for (let j = 0; j < width; j++) {
      let value = 0;
      for (let l = 0; l < width; l++) {
        pulled[l] = sigma[j * width + l] / tau2[l];
        value += sigma[j * width + l] * score[l] + pulled[l] * mean[l];
      }
      let ofMean = 0;
      for (let k = 0; k < width; k++) {
        for (let l = 0; l < width; l++) ofMean += pulled[k] * meanCovariance[k * width + l] * pulled[l];
      }
      effect[g * width + j] = value;
      variance[g * width + j] = sigma[j * width + j] + ofMean;
    }
  });
  return {mean, meanCovariance, effect, variance};
}

/** Inverse of a symmetric positive definite matrix. */
function inverted(matrix: Float64Array, width: number): Float64Array {
  const lower = invertLower(cholesky(matrix, width), width);
  const inverse = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let l = j; l < width; l++) sum += lower[l * width + j] * lower[l * width + k];
      inverse[j * width + k] = inverse[k * width + j] = sum;
    }
  }
  return inverse;
}
