import type {Columns} from "../columns.js";
import {type Basis, columnMeans, products, triangles} from "./basis.js";
import type {Knots} from "./chooseKnots.js";

/** What a curve or a surface adds to the margin: a run of coefficients, and how they are penalised. */
export interface Term {
  readonly features: readonly [number] | readonly [number, number]; // a curve's, or a surface's
  readonly basis: Basis;
  readonly start: number; // of its coefficients; the intercept is 0
  readonly means: Float64Array; // of the basis' columns over the rows
  readonly rough: readonly Contrast[]; // the term's own penalty is λ/2 times the sum of their squares
  readonly rank: number; // of that penalty, given that the term's mean is 0
  readonly missing: number; // column of a curve's missing values; -1 if there is none
  readonly sides: readonly Float64Array[]; // of a surface: means over the rows of its first and of its second basis
}

/** A weighted sum of a few coefficients of a term. */
export interface Contrast {
  readonly index: readonly number[]; // columns of the basis, ascending
  readonly weight: readonly number[];
}

/**
 * The terms of an additive model: a curve a feature, then a surface a pair.
 *
 * A smooth curve is rough by as much as its value at each inner knot is off the straight line between its neighbours,
 * so that a heavy penalty leaves a straight line however the knots are spaced. The values at levels and on surfaces are
 * themselves what is penalised.
 *
 * @param knots of curves, one a feature
 * @param coarse knots of surfaces, one a feature
 * @see Eilers and Marx 1996, Flexible smoothing with B-splines and penalties, Statistical Science 11(2)
 */
export function buildTerms(
  X: Columns,
  knots: readonly Knots[],
  coarse: readonly Knots[],
  pairs: readonly (readonly [number, number])[]
): Term[] {
  let width = 1;
  const place = (term: Omit<Term, "start" | "means">): Term => {
    const start = width;
    width += term.basis.size;
    return {...term, start, means: columnMeans(term.basis)};
  };
  const curves = X.columns.map((column, j) => {
    const {at, levels, missing} = knots[j];
    const rough = levels ? heights(at.length) : bends(at);
    const rank = levels ? Math.max(0, at.length - 1) : rough.length;
    const basis = triangles(column, knots[j]);
    return place({features: [j], basis, rough, rank, missing: missing ? at.length : -1, sides: []});
  });
  const sides = new Map([...new Set(pairs.flat())].map((j) => [j, triangles(X.columns[j], coarse[j])]));
  const surfaces = pairs.map((pair) => {
    const [a, b] = pair.map((j) => sides.get(j)!);
    const basis = products(a, b);
    const rough = heights(basis.size);
    return place({features: pair, basis, rough, rank: basis.size, missing: -1, sides: [a, b].map(columnMeans)});
  });
  return [...curves, ...surfaces];
}

/** Number of coefficients, the intercept included. */
export function widthOf(terms: readonly Term[]): number {
  return terms.reduce((width, {basis}) => width + basis.size, 1);
}

const heights = (count: number) => Array.from({length: count}, (_, k): Contrast => ({index: [k], weight: [1]}));

const bends = (knots: readonly number[]) =>
  knots.slice(2).map((right, k): Contrast => {
    const share = (knots[k + 1] - knots[k]) / (right - knots[k]);
    return {index: [k, k + 1, k + 2], weight: [share - 1, 1, -share]};
  });
