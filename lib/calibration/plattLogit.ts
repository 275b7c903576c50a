import {logit} from "../logit.js";

const LEAST = 1e-4;

/** Log-odds of p as Platt's map reads them: p is clipped to [1e-4, 1 − 1e-4], so that 0 and 1 do not rule the line. */
export function plattLogit(p: number): number {
  return logit(Math.min(Math.max(p, LEAST), 1 - LEAST));
}
