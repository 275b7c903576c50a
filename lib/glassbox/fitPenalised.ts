import {chooseLambdas} from "./chooseLambdas.js";
import {cholesky, invertLower, solveCholesky} from "./cholesky.js";
import {curvature, gradient, logLikelihood, termMargins} from "./likelihood.js";
import {penaltyMatrix} from "./penaltyMatrix.js";
import {type Term, widthOf} from "./terms.js";

/** Coefficients, the intercept first, and the penalty of each term's roughness. */
export interface Coefficients {
  readonly beta: Float64Array;
  readonly lambdas: Float64Array;
}

/** The same at the maximum, with L of the curvature's Cholesky factor L Lᵀ, whose inverse is the covariance. */
export interface PenalisedFit extends Coefficients {
  readonly factor: Float64Array;
}

const TOLERANCE = 1e-8; // of what a step may still gain, in log-likelihood
const CLOSE = 1e-4; // of the same: steps this small are taken without a look at what they gain
const SHORTEST = 1e-9; // share of a step that is tried

/**
 * Penalised logistic regression by Newton's method.
 *
 * Maximises Σ y m − ln(1 + eᵐ) − ½ βᵀ S β. Steps are halved until they gain. The curvature costs most by far, so the
 * last one is kept for as long as every step promises less than a third of the one before.
 *
 * @param y outcomes, one a row the terms were built on, each 0 or 1
 * @param start where to begin; terms added since begin at 0
 * @param rounds first steps, before which each term's penalty is chosen anew; 0 keeps those given
 */
export function fitPenalised(
  terms: readonly Term[],
  y: ArrayLike<number>,
  start: Coefficients,
  rounds: number
): PenalisedFit {
  const width = widthOf(terms);
  let lambdas = start.lambdas;
  let beta = new Float64Array(width);
  beta.set(start.beta);
  let margins = termMargins(terms, beta, y.length);
  let S!: Float64Array;
  let factor!: Float64Array;
  for (let round = 0, promised = 0; ; round++) {
    const likely = gradient(terms, y, margins);
    if (round < rounds || round === 0 || stepFrom(beta, likely, S, factor).gain > promised / 3) {
      const G = curvature(terms, margins);
      const penalise = () => {
        S = penaltyMatrix(terms, y.length, lambdas);
        factor = cholesky(S.map((s, c) => s + G[c]), width); // prettier-ignore
      };
      penalise();
      if (round < rounds) {
        const {step} = stepFrom(beta, likely, S, factor);
        lambdas = chooseLambdas(terms, moved(beta, step, 1), invertLower(factor, width), lambdas);
        penalise();
      }
    }
    const {step, gain} = stepFrom(beta, likely, S, factor);
    const before = logLikelihood(y, margins) + penalty(beta, S);
    let next: Float64Array<ArrayBuffer>;
    let share = 1;
    for (; ; share /= 2) {
      next = moved(beta, step, share);
      margins = termMargins(terms, next, y.length);
      if (gain < CLOSE || share < SHORTEST || logLikelihood(y, margins) + penalty(next, S) > before) break;
    }
    beta = next;
    promised = gain;
    if (gain < TOLERANCE || share < SHORTEST) return {beta, lambdas, factor};
  }
}

const moved = (beta: Float64Array, step: Float64Array, share: number) => beta.map((b, c) => b + share * step[c]);

/** A Newton step, and what it would gain were the curvature constant. */
function stepFrom(beta: Float64Array, likely: Float64Array, S: Float64Array, factor: Float64Array) {
  const pull = product(S, beta);
  const slope = likely.map((s, c) => s - pull[c]);
  const step = solveCholesky(factor, slope);
  return {step, gain: step.reduce((sum, s, c) => sum + s * slope[c], 0) / 2};
}

/** −½ βᵀ S β. */
function penalty(beta: Float64Array, S: Float64Array): number {
  const pull = product(S, beta);
  return -beta.reduce((sum, b, c) => sum + b * pull[c], 0) / 2;
}

/** S β. */
function product(S: Float64Array, beta: Float64Array): Float64Array {
  return beta.map((_, a) => {
    let sum = 0;
    for (let b = 0, at = a * beta.length; b < beta.length; b++, at++) sum += S[at] * beta[b];
    return sum;
  });
}
