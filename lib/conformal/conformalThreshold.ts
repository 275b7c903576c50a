/**
 * The strangest a label may look and still conform, so that true labels fail to at most at the error rate.
 *
 * It is the ⌈(n + 1)(1 − errorRate)⌉-th smallest score. A new row's own score is as likely to be any of n + 1 ranks,
 * hence the 1; with too few scores for the rate, any label conforms and the threshold is 1.
 *
 * @param scores of conformalScores, n values in [0, 1], in any order
 * @param errorRate in (0, 1)
 * @returns threshold in [0, 1]
 * @throws RangeError if there are no scores, or the rate is not in (0, 1)
 * @see Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World, 4.1; Papadopoulos et al. 2002, ECML 13
 */
export function conformalThreshold(scores: ArrayLike<number>, errorRate: number): number {
  const n = scores.length;
  if (n === 0) throw new RangeError("conformalThreshold requires at least one score; got none");
  if (!(errorRate > 0 && errorRate < 1)) {
    throw new RangeError(`conformalThreshold requires an error rate in (0, 1); got ${errorRate}`);
  }
  const rank = Math.ceil((n + 1) * (1 - errorRate) - 1e-9); // 10 · (1 − .7) is 3, not the next of 3.0000000000000004
  return rank > n ? 1 : Float64Array.from(scores).sort()[rank - 1];
}
