import {bisectRight} from "d3-array";
import {checkProbabilities} from "./checkProbabilities.js";
import type {IsotonicMap} from "./types.js";

/**
 * Probabilities by an isotonic map: straight lines between its points, the outer points' values beyond them.
 *
 * @param p probabilities of 1, n values in [0, 1]
 * @returns n values in [0, 1]; 0 and 1 do occur, where all rows learned from were flops, or hits
 * @throws RangeError if a value is out of range
 * @see scikit-learn's IsotonicRegression with out_of_bounds="clip", which does the same
 */
export function applyIsotonic({x, y}: IsotonicMap, p: ArrayLike<number>): Float64Array {
  checkProbabilities("applyIsotonic", p);
  return Float64Array.from(p, (value) => {
    const above = bisectRight(x as number[], value); // first point beyond
    if (above === 0) return y[0];
    const below = above - 1;
    if (above === x.length) return y[below];
    return y[below] + ((y[above] - y[below]) * (value - x[below])) / (x[above] - x[below]);
  });
}
