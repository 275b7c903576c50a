/** What is said of a song: 1 hit, 0 flop, −1 cannot tell. */
export type Verdict = 1 | 0 | -1;

/**
 * The verdict on one song: the label that conforms, or "cannot tell" where both do.
 *
 * A label conforms if 1 − its probability is at or below the threshold. Where neither conforms, as happens at a high
 * error rate, the more probable one is said all the same: an answer too many can only be right more often.
 *
 * @param p probability of 1 in [0, 1]
 * @param threshold of conformalThreshold, in [0, 1]
 */
export function verdictOf(p: number, threshold: number): Verdict {
  if (p <= threshold && 1 - p <= threshold) return -1;
  return p >= 0.5 ? 1 : 0; // if one label conforms, it is the more probable one
}
