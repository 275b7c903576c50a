import {type Term, widthOf} from "./terms.js";

const WEAK = 1e-3; // on every coefficient of a term: a prior of 0 ± 32 log-odds, for classes that a curve could part
const MISSING = 1; // on the effect of a missing value: a prior of 0 ± 1 log-odds

/**
 * The penalty S, of which ½ βᵀ S β is subtracted from the log-likelihood.
 *
 * Besides the roughness of each term it holds the term's mean over the rows to 0, which costs nothing, since the
 * intercept is free.
 *
 * @param rows number of them the terms were built on
 * @param lambdas penalty of each term's roughness, at least 0
 * @returns width × width, row by row; symmetric
 */
export function penaltyMatrix(terms: readonly Term[], rows: number, lambdas: ArrayLike<number>): Float64Array {
  const width = widthOf(terms);
  const S = new Float64Array(width * width);
  terms.forEach(({start, basis: {size}, means, rough, missing}, t) => {
    const add = (a: number, b: number, value: number) => (S[(start + a) * width + start + b] += value);
    for (let a = 0; a < size; a++) {
      add(a, a, a === missing ? MISSING : WEAK);
      for (let b = 0; b < size; b++) add(a, b, rows * means[a] * means[b]);
    }
    for (const {index, weight} of rough) {
      index.forEach((a, k) => index.forEach((b, l) => add(a, b, lambdas[t] * weight[k] * weight[l])));
    }
  });
  return S;
}
