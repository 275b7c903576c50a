/**
 * Chance that a standard normal number lies farther from 0 than z: the p-value of a two-sided test.
 *
 * 1 − 2 φ(z) (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …); absolute error below 1e-15
 *
 * @param z any number but NaN; its sign does not count
 * @returns probability in [0, 1]
 * @see Marsaglia 2004, Journal of Statistical Software 11(4)
 */
export function normalTails(z: number): number {
  const distance = Math.abs(z);
  if (distance > 8) return 0; // below 1.3e-15, while the series grows long
  let term = distance;
  let sum = 0;
  for (let k = 3; sum + term > sum; k += 2) {
    sum += term;
    term *= (z * z) / k;
  }
  return Math.max(0, 1 - 2 * sum * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)));
}
