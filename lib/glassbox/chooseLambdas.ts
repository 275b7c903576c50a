import type {Term} from "./terms.js";

const LEAST = 1e-2;
const MOST = 1e7;

/**
 * One step towards the penalties of greatest marginal likelihood, each curve and surface its own.
 *
 * λ ← (rank − λ tr(V R)) / βᵀ R β, where R is the term's roughness and V the inverse of the penalised curvature
 *
 * @param inverse L⁻¹ of the penalised curvature's Cholesky factor, so that V = L⁻ᵀ L⁻¹
 * @returns the new penalties, in [0.01, 1e7]
 * @see Wood and Fasiolo 2017, A generalized Fellner-Schall method for smoothing parameter optimization, Biometrics 73(4)
 */
export function chooseLambdas(
  terms: readonly Term[],
  beta: Float64Array,
  inverse: Float64Array,
  lambdas: Float64Array
): Float64Array {
  return lambdas.map((lambda, t) => {
    const {rank, rough, start} = terms[t];
    if (rank === 0) return lambda;
    let squares = 0;
    for (const {index, weight} of rough) {
      squares += index.reduce((sum, column, k) => sum + weight[k] * beta[start + column], 0) ** 2;
    }
    const freed = rank - lambda * roughTrace(terms[t], inverse, beta.length);
    return Math.min(MOST, Math.max(LEAST, freed / Math.max(squares, 1e-12)));
  });
}

/** tr(V R): the sum of the contrasts' posterior variances. */
function roughTrace({rough, start}: Term, inverse: Float64Array, width: number): number {
  let trace = 0;
  for (let i = start; i < width; i++) {
    const row = i * width + start;
    for (const {index, weight} of rough) {
      let value = 0;
      for (let k = 0; k < index.length; k++) value += weight[k] * inverse[row + index[k]];
      trace += value * value;
    }
  }
  return trace;
}
