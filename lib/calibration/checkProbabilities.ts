/**
 * Refuses what is no probability.
 *
 * @param caller name of the function that complains
 * @throws RangeError if a value is outside [0, 1] or NaN
 */
export function checkProbabilities(caller: string, p: ArrayLike<number>): void {
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] >= 0 && p[i] <= 1)) throw new RangeError(`${caller} requires p in [0, 1]; got ${p[i]} at row ${i}`);
  }
}
