/** One row's explanation, from whichever source. */
interface Explained {
  readonly base: number;
  readonly phi: ArrayLike<number>;
}

/**
 * Largest difference between two explanations of a row, the base value included.
 *
 * max(|base − base′|, maxⱼ |φⱼ − φ′ⱼ|)
 *
 * @returns 0 or more, in the unit of the explanations
 * @throws RangeError if the numbers of features differ, or a value is not finite
 */
export function compareExplanations(a: Explained, b: Explained): number {
  if (a.phi.length !== b.phi.length)
    throw new RangeError(`compareExplanations requires as many values; got ${a.phi.length} and ${b.phi.length}`);
  let largest = Math.abs(a.base - b.base);
  for (let j = 0; j < a.phi.length; j++) largest = Math.max(largest, Math.abs(a.phi[j] - b.phi[j]));
  if (!Number.isFinite(largest)) throw new RangeError(`compareExplanations requires finite values; got ${largest}`);
  return largest;
}
