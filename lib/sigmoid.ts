/**
 * The logistic function: probability of 1 from log-odds.
 *
 * p = 1 / (1 + e^(−m)); both tails keep their precision, and ±Infinity give 1 and 0.
 *
 * @param marginLogOdds any number; NaN gives NaN
 * @returns probability in [0, 1]
 */
export function sigmoid(marginLogOdds: number): number {
  if (marginLogOdds >= 0) return 1 / (1 + Math.exp(-marginLogOdds));
  const odds = Math.exp(marginLogOdds);
  return odds / (1 + odds);
}
