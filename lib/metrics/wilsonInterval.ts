/** The standard normal is within this of 0 in 95 of 100 draws. */
export const Z95 = 1.959963984540054;

/**
 * Wilson score interval of a share, 95 %.
 *
 * (k + z²/2 ± z √(k (n − k) / n + z²/4)) / (n + z²), z = 1.96
 *
 * It takes the n rows for independent draws; rows of one artist are not quite that.
 *
 * @param k successes, 0 .. n
 * @param n rows, at least 1
 * @returns [low, high], both in [0, 1]
 * @throws RangeError if n is not positive or k is not in 0 .. n
 * @see Wilson 1927, Journal of the American Statistical Association 22(158)
 */
export function wilsonInterval(k: number, n: number): [number, number] {
  if (!(n > 0 && k >= 0 && k <= n)) throw new RangeError(`wilsonInterval requires 0 <= k <= n, n > 0; got ${k}, ${n}`);
  const z = Z95;
  const centre = k + (z * z) / 2;
  const half = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  // At k = 0 and k = n the end is exactly 0 or 1; rounding would leave it a hair outside.
  return [k === 0 ? 0 : (centre - half) / (n + z * z), k === n ? 1 : (centre + half) / (n + z * z)];
}
