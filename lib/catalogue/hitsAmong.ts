const MOST_EXACT = 4000; // songs; the exact distribution takes their square
const TAIL = 0.025;
const Z = 1.959963984540054; // normal quantile of 97.5 %

/** How many hits to expect among some songs. */
export interface HitsAmong {
  readonly expected: number;
  readonly low: number; // of the central 95 %: whole songs
  readonly high: number;
}

/**
 * How many of some songs become hits, if each does by its own probability and none depends on another: the
 * Poisson-binomial distribution, song by song up to some thousands of them, by its normal limit beyond.
 *
 * @param p probabilities in [0, 1]
 * @returns the sum of p, and the least and most hits that leave at most 2.5 % on their far side
 * @see Hong 2013, Computational Statistics and Data Analysis 59, for the recursion and the limit
 */
export function hitsAmong(p: ArrayLike<number>): HitsAmong {
  const n = p.length;
  let expected = 0;
  let variance = 0;
  for (let i = 0; i < n; i++) {
    expected += p[i];
    variance += p[i] * (1 - p[i]);
  }
  if (n > MOST_EXACT) {
    const reach = Z * Math.sqrt(variance);
    const bounded = (hits: number) => Math.min(Math.max(Math.round(hits), 0), n);
    return {expected, low: bounded(expected - reach), high: bounded(expected + reach)};
  }
  const chance = new Float64Array(n + 1); // of so many hits among the songs so far
  chance[0] = 1;
  for (let i = 0; i < n; i++) {
    for (let hits = i + 1; hits > 0; hits--) chance[hits] += p[i] * (chance[hits - 1] - chance[hits]);
    chance[0] *= 1 - p[i];
  }
  return {expected, low: quantile(chance, TAIL), high: quantile(chance, 1 - TAIL)};
}

/** The fewest hits with at least this chance at or below them. */
function quantile(chance: Float64Array, share: number): number {
  let sum = 0;
  const at = chance.findIndex((value) => (sum += value) >= share);
  return at < 0 ? chance.length - 1 : at;
}
