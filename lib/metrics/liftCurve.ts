import {checkPredictions} from "./checkPredictions.js";
import {thinCurve} from "./thinCurve.js";
import {thresholdCounts} from "./thresholdCounts.js";

/** One threshold of a lift curve. */
export interface LiftPoint {
  readonly share: number; // share of rows at or above the threshold, in (0, 1]
  readonly lift: number; // share of hits among them, over the share of hits in all
  readonly threshold: number; // p
}

/**
 * Lift curve: how many times more hits there are among the most promising rows than in all.
 *
 * lift = (tp / (tp + fp)) / (hits / n); rows of equal p are called together
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns points by falling threshold, thinned to those that keep the curve's shape; the last is (1, 1); null without
 *   hits
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see Witten, Frank and Hall 2011, Data Mining, 5.7
 */
export function liftCurve(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  {maxPoints = 200}: {maxPoints?: number} = {}
): LiftPoint[] | null {
  checkPredictions("liftCurve", y, p);
  const {threshold, tp, fp} = thresholdCounts(y, p);
  const hits = tp.at(-1)!;
  if (hits === 0) return null;
  const share = tp.map((count, t) => (count + fp[t]) / y.length);
  const lift = tp.map((count, t) => count / (count + fp[t]) / (hits / y.length));
  return thinCurve(share, lift, maxPoints).map((i) => ({share: share[i], lift: lift[i], threshold: threshold[i]}));
}
