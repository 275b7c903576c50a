import {checkProbabilities} from "../calibration/checkProbabilities.js";

/**
 * Share of rows that two models call the same: both hits, or both flops.
 *
 * @param p probabilities of 1 by the one model, n values in [0, 1]; at or above .5 is a predicted hit
 * @param q the same by the other
 * @returns share in [0, 1]
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 */
export function sharedCalls(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const n = p.length;
  if (n === 0) throw new RangeError("sharedCalls requires at least one row; got none");
  if (q.length !== n) throw new RangeError(`sharedCalls requires equal lengths; got p ${n}, q ${q.length}`);
  for (const values of [p, q]) checkProbabilities("sharedCalls", values);
  let shared = 0;
  for (let i = 0; i < n; i++) if (p[i] >= 0.5 === q[i] >= 0.5) shared++;
  return shared / n;
}
