/**
 * The double with the fewest decimal digits that rounds to the float32 given: .3 instead of .30000001192092896.
 *
 * @param value a float32 value, finite
 * @returns a double whose `Math.fround` is `value`; −0 becomes 0, which JSON cannot tell apart
 */
export function shortestFloat(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return value + 0;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9)); // nine digits tell any two float32 values apart
}
