import {aucComponents} from "./aucComponents.js";
import {aucSpread} from "./aucSpread.js";
import {checkGroups} from "./checkGroups.js";
import {normalTails} from "./normalTails.js";
import type {Difference} from "./types.js";
import {Z95} from "./wilsonInterval.js";

const ROUNDING = 1e-12; // a standard error no larger is 0

/**
 * DeLong's paired test of two models on the same rows, over groups: does the first rank hits better?
 *
 * z = (AUC(p) − AUC(q)) / √var, var from the differences of the two models' components, which holds their covariance
 *
 * Where nothing tells the variance (fewer than two groups with hits, or with flops; or a difference that no row
 * departs from, as between a perfect and a constant model), the interval is [−1, 1] and the p-value 1.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1 by the one model, n values in [0, 1]
 * @param q the same by the other
 * @param groups n names or ids; rows of one group may be alike, groups are independent
 * @returns AUC(p) − AUC(q) in [−1, 1], its 95 % interval and the p-value of no difference; null with one class
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44(3); over groups: Obuchowski 1997, Biometrics 53(2)
 */
export function compareAucs(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  groups: ArrayLike<string | number>
): Difference | null {
  checkGroups("compareAucs", y, p, groups);
  checkGroups("compareAucs", y, q, groups);
  const [ofP, ofQ] = [aucComponents(y, p), aucComponents(y, q)];
  if (!ofP || !ofQ) return null;
  const value = ofP.auc - ofQ.auc;
  const deviation = ofP.deviation.map((d, row) => d - ofQ.deviation[row]);
  const error = Math.sqrt(aucSpread(y, deviation, groups).variance);
  if (error <= ROUNDING)
    return value === 0 ? {value, low: 0, high: 0, pValue: 1} : {value, low: -1, high: 1, pValue: 1};
  return {
    value,
    low: Math.max(-1, value - Z95 * error),
    high: Math.min(1, value + Z95 * error),
    pValue: normalTails(value / error)
  };
}
