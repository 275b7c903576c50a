/**
 * Which of equal-width bins over [0, 1] holds p: bin b is [b / bins, (b + 1) / bins), and the last holds 1 too.
 *
 * @param p probability in [0, 1]
 * @param bins number of bins, at least 1
 * @returns bin in 0 .. bins − 1
 */
export function binOfProbability(p: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(p * bins));
}
