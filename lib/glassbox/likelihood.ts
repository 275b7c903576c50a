import {sigmoid} from "../sigmoid.js";
import type {Basis} from "./basis.js";
import {type Term, widthOf} from "./terms.js";

const LEAST_WEIGHT = 1e-6; // of a row in the curvature, so that rows beyond doubt leave it invertible

/** Margins of the rows the terms were built on. */
export function termMargins(terms: readonly Term[], beta: Float64Array, rows: number): Float64Array {
  const margins = new Float64Array(rows).fill(beta[0]);
  for (const {start, basis} of terms) {
    const {corners, index, weight} = basis;
    for (let i = 0, e = 0; i < rows; i++) {
      for (const end = e + corners; e < end; e++) margins[i] += weight[e] * beta[start + index[e]];
    }
  }
  return margins;
}

/** Log-likelihood of outcomes: Σ y m − ln(1 + eᵐ). */
export function logLikelihood(y: ArrayLike<number>, margins: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < margins.length; i++) {
    const m = margins[i];
    sum += y[i] * m - Math.max(m, 0) - Math.log1p(Math.exp(-Math.abs(m)));
  }
  return sum;
}

/** Gradient of the log-likelihood by the coefficients: Xᵀ (y − p). */
export function gradient(terms: readonly Term[], y: ArrayLike<number>, margins: Float64Array): Float64Array {
  const residuals = margins.map((m, i) => y[i] - sigmoid(m));
  const slope = new Float64Array(widthOf(terms));
  for (const r of residuals) slope[0] += r;
  for (const {start, basis} of terms) {
    const {corners, index, weight} = basis;
    for (let i = 0, e = 0; i < residuals.length; i++) {
      for (const end = e + corners; e < end; e++) slope[start + index[e]] += weight[e] * residuals[i];
    }
  }
  return slope;
}

/**
 * Negative second derivatives of the log-likelihood: Xᵀ W X with W = p (1 − p), block by block.
 *
 * @returns width × width, row by row; the lower triangle only
 */
export function curvature(terms: readonly Term[], margins: Float64Array): Float64Array {
  const width = widthOf(terms);
  const weights = margins.map((m) => Math.max(sigmoid(m) * sigmoid(-m), LEAST_WEIGHT));
  const ones: Basis = {size: 1, corners: 1, index: new Uint16Array(weights.length), weight: weights.map(() => 1)};
  const blocks = [{start: 0, basis: ones}, ...terms];
  const G = new Float64Array(width * width);
  for (const a of blocks) {
    for (const b of blocks) {
      if (b.start > a.start) break;
      const block = crossProducts(a.basis, b.basis, weights);
      for (let k = 0; k < a.basis.size; k++) {
        const row = block.subarray(k * b.basis.size, (k + 1) * b.basis.size);
        G.set(row, (a.start + k) * width + b.start);
      }
    }
  }
  return G;
}

/** Aᵀ W B, row by row: the two or four entries of a row of B are written out, for this is where a fit spends its time. */
function crossProducts(a: Basis, b: Basis, weights: Float64Array): Float64Array {
  const block = new Float64Array(a.size * b.size);
  const {corners: cornersA, index: indexA, weight: weightA} = a;
  const {corners: cornersB, index: indexB, weight: weightB, size} = b;
  for (let i = 0, e = 0, f = 0; i < weights.length; i++, f += cornersB) {
    for (const end = e + cornersA; e < end; e++) {
      const value = weights[i] * weightA[e];
      const row = indexA[e] * size;
      block[row + indexB[f]] += value * weightB[f];
      if (cornersB === 1) continue;
      block[row + indexB[f + 1]] += value * weightB[f + 1];
      if (cornersB === 2) continue;
      block[row + indexB[f + 2]] += value * weightB[f + 2];
      block[row + indexB[f + 3]] += value * weightB[f + 3];
    }
  }
  return block;
}
