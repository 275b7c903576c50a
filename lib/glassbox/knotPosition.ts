/**
 * Where a value lies among knots, in steps from the first: 1.25 is a quarter of the way from knot 1 to knot 2.
 *
 * Values are float32, as in `Columns`, so that a page and a batch agree to the last bit.
 *
 * @param knots ascending
 * @param x NaN is missing
 * @returns 0 .. knots.length − 1, clamped; knots.length for a missing value, and for any where there are no knots
 */
export function knotPosition(knots: readonly number[], x: number): number {
  const last = knots.length - 1;
  if (Number.isNaN(x) || last < 0) return knots.length;
  const value = Math.fround(x);
  if (value <= knots[0]) return 0;
  if (value >= knots[last]) return last;
  let low = 0;
  for (let high = last; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (knots[middle] <= value) low = middle;
    else high = middle;
  }
  return low + (value - knots[low]) / (knots[low + 1] - knots[low]);
}
