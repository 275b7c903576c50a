import {normalTails} from "../metrics/normalTails.js";
import type {Estimate} from "../metrics/types.js";
import {Z95} from "../metrics/wilsonInterval.js";

const LEVEL = 0.05;

/**
 * Whether an estimate's 95 % interval excludes 0, also when it is one of several that could have been told.
 *
 * p = 2 (1 − Φ(|value| / s)) < .05 / among, s = (high − low) / (2 · 1.96): Bonferroni's correction, on a normal scale.
 *
 * @param among how many estimates the claim was picked from, at least 1
 * @see Dunn 1961, Journal of the American Statistical Association 56(293)
 */
export function isClear({value, low, high}: Estimate, among = 1): boolean {
  if (low <= 0 && high >= 0) return false;
  const error = (high - low) / (2 * Z95);
  return error === 0 || normalTails(value / error) < LEVEL / among;
}
