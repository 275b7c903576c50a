import type {Estimate} from "../metrics/types.js";
import {sigmoid} from "../sigmoid.js";
import {tInterval} from "./tInterval.js";

/**
 * The 95 % interval of a probability by models fitted anew: `tInterval` of its log-odds, bent to probabilities.
 *
 * @param marginLogOdds of the model fitted to all rows
 * @param refits the same of models fitted to bootstrap samples
 * @returns all in [0, 1]; both ends are the value where there are fewer than two refits
 */
export function refitInterval(marginLogOdds: number, refits: ArrayLike<number>): Estimate {
  const {value, low, high} = tInterval(marginLogOdds, refits);
  return {value: sigmoid(value), low: sigmoid(low), high: sigmoid(high)};
}
