import {checkTraining} from "../checkTraining.js";
import type {Columns} from "../columns.js";
import {chooseKnots, thinKnots} from "./chooseKnots.js";
import {invertLower} from "./cholesky.js";
import {curveRows} from "./curveRows.js";
import {degreesOfFreedom} from "./degreesOfFreedom.js";
import {fitPenalised} from "./fitPenalised.js";
import {termMargins} from "./likelihood.js";
import {readGlassbox} from "./readGlassbox.js";
import {screenPairs} from "./screenPairs.js";
import {buildTerms} from "./terms.js";
import type {Glassbox} from "./types.js";

export interface GlassboxOptions {
  readonly knots?: number; // most of a curve, 3 to 1000
  readonly pairs?: number; // most surfaces; fewer are fitted where fewer promise more than chance, 0 for none
  readonly pairKnots?: number; // most along a side of a surface, 2 to 100
}

/** A model, and how sure it is of its curves. */
export interface GlassboxFit {
  readonly model: Glassbox;
  readonly standardErrors: readonly (readonly number[])[]; // of each shape's values, log-odds
  readonly edf: readonly number[]; // effective degrees of freedom of each shape: 1 is a straight line
}

const FIRST_LAMBDA = 10;
const CURVE_ROUNDS = 3; // in which penalties are chosen, with curves alone
const PAIR_ROUNDS = 2; // and once surfaces are there

/**
 * An additive spline logistic regression: penalised curves, and surfaces of the few pairs that promise most.
 *
 * Each term's penalty is chosen for the greatest marginal likelihood of the rows given (REML); nothing is drawn, so
 * the same rows give the same bytes. A missing value has an effect of its own, shrunk towards 0 and 0 where none was
 * seen. A constant or all-missing column gets a curve of 0. Standard errors are those of the posterior of the
 * coefficients, given the penalties, and take rows as independent: tracks of one artist are not quite.
 *
 * @param X n rows; NaN is missing
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkTraining: no rows, other lengths, infinite values, one class; or an option out of range
 * @see Wood 2017, Generalized additive models, 2nd edition, chapter 6
 */
export function fitGlassbox(
  X: Columns,
  y: ArrayLike<number>,
  {knots: count = 16, pairs: most = 10, pairKnots = 5}: GlassboxOptions = {}
): GlassboxFit {
  checkTraining("fitGlassbox", X, y);
  requireWhole("knots", count, 3, 1000);
  requireWhole("pairs", most, 0, 1000);
  requireWhole("pairKnots", pairKnots, 2, 100);
  const knots = X.columns.map((column) => chooseKnots(column, count));
  const coarse = knots.map((one) => thinKnots(one, pairKnots));
  const curves = buildTerms(X, knots, coarse, []);
  const first = {beta: new Float64Array(1), lambdas: new Float64Array(curves.length).fill(FIRST_LAMBDA)};
  const alone = fitPenalised(curves, y, first, CURVE_ROUNDS);
  const pairs = screenPairs(X, y, termMargins(curves, alone.beta, X.length), coarse, most);
  const terms = buildTerms(X, knots, coarse, pairs);
  const lambdas = Float64Array.from(terms, (_, t) => alone.lambdas[t] ?? FIRST_LAMBDA);
  const fit = fitPenalised(terms, y, {beta: alone.beta, lambdas}, PAIR_ROUNDS);
  const inverse = invertLower(fit.factor, fit.beta.length);
  return {
    model: readGlassbox(X.names, terms, knots, coarse, fit.beta),
    standardErrors: knots.map((_, j) => {
      const errors = curveRows(terms, j, knots[j], coarse[j]).map((row) => deviation(row, inverse));
      return knots[j].missing ? errors : [...errors, 0];
    }),
    edf: degreesOfFreedom(terms, X.length, fit.lambdas, inverse).slice(0, knots.length)
  };
}

/** Standard error of a weighted sum of coefficients: √ wᵀ V w = |L⁻¹ w|. */
function deviation(row: Float64Array, inverse: Float64Array): number {
  let squares = 0;
  for (let i = 0, at = 0; i < row.length; i++, at += row.length) {
    let sum = 0;
    for (let c = 0; c <= i; c++) sum += inverse[at + c] * row[c];
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

function requireWhole(name: keyof GlassboxOptions, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`fitGlassbox requires ${name} an integer in ${least}..${most}; got ${value}`);
}
