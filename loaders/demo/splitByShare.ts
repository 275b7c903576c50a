/**
 * Splits a whole number by shares so that the parts sum to it: each gets its floor, the largest remainders one more.
 *
 * @param shares not negative, not all 0; they need not sum to 1
 * @see Hamilton's method of apportionment
 */
export function splitByShare(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (total * share) / sum);
  const parts = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].sort((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]) || a - b);
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const i of byRemainder.slice(0, left)) parts[i]++;
  return parts;
}
