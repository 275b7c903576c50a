import {sigmoid} from "../sigmoid.js";
import {checkProbabilities} from "./checkProbabilities.js";
import {plattLogit} from "./plattLogit.js";
import type {PlattMap} from "./types.js";

/**
 * Probabilities by Platt's map: sigmoid(slope · logit p + intercept).
 *
 * @param p probabilities of 1, n values in [0, 1], clipped as plattLogit says
 * @returns n values in (0, 1)
 * @throws RangeError if a value is out of range
 */
export function applyPlatt({slope, interceptLogOdds}: PlattMap, p: ArrayLike<number>): Float64Array {
  checkProbabilities("applyPlatt", p);
  return Float64Array.from(p, (value) => sigmoid(slope * plattLogit(value) + interceptLogOdds));
}
