import {penaltyMatrix} from "./penaltyMatrix.js";
import {type Term, widthOf} from "./terms.js";

/**
 * Effective degrees of freedom of each term: its columns, less what the penalty takes, less 1 for its mean of 0.
 *
 * edf = size − tr(V S) over the term's own block, which is tr(V Xᵀ W X) there
 *
 * @param inverse L⁻¹ of the penalised curvature's Cholesky factor, so that V = L⁻ᵀ L⁻¹
 * @see Wood 2017, Generalized additive models, 2nd edition, chapter 6
 */
export function degreesOfFreedom(
  terms: readonly Term[],
  rows: number,
  lambdas: ArrayLike<number>,
  inverse: Float64Array
): number[] {
  const width = widthOf(terms);
  const S = penaltyMatrix(terms, rows, lambdas);
  return terms.map(({start, basis: {size}}) => {
    let trace = 0;
    for (let i = start; i < width; i++) {
      for (let a = start; a < start + size; a++) {
        const value = inverse[i * width + a];
        for (let b = start; b < start + size; b++) trace += value * inverse[i * width + b] * S[a * width + b];
      }
    }
    return size - trace;
  });
}
