import {binOfProbability} from "./binOfProbability.js";
import {checkPredictions} from "./checkPredictions.js";
import {wilsonInterval} from "./wilsonInterval.js";

/** Rows whose p lies in one bin: what was promised, and what happened. */
export interface ReliabilityBin {
  readonly meanP: number; // mean predicted probability
  readonly share: number; // of hits
  readonly shareLow: number; // 95 % Wilson interval of the share
  readonly shareHigh: number;
  readonly count: number; // rows
}

/**
 * Reliability curve: the share of hits against the mean p, in equal-width bins of p.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns the bins that hold rows, by rising p
 * @throws RangeError if n is 0, the lengths differ, a value is out of range, or bins is not a positive integer
 */
export function reliabilityCurve(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {bins = 15}: {bins?: number} = {}
): ReliabilityBin[] {
  checkPredictions("reliabilityCurve", y, p);
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`reliabilityCurve requires a positive integer of bins; got ${bins}`);
  }
  const sums = Array.from({length: bins}, () => ({p: 0, hits: 0, count: 0}));
  for (let i = 0; i < y.length; i++) {
    const sum = sums[binOfProbability(p[i], bins)];
    sum.p += p[i];
    sum.hits += y[i];
    sum.count++;
  }
  return sums
    .filter(({count}) => count > 0)
    .map(({p: sumP, hits, count}) => {
      const [shareLow, shareHigh] = wilsonInterval(hits, count);
      return {meanP: sumP / count, share: hits / count, shareLow, shareHigh, count};
    });
}
