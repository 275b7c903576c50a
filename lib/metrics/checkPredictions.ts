/**
 * Refuses what no metric can be computed from.
 *
 * @param caller name of the function that complains
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @throws RangeError if n is 0, the lengths differ, or a value is out of its range or NaN
 */
export function checkPredictions(caller: string, y: ArrayLike<number>, p: ArrayLike<number>): void {
  const n = y.length;
  if (n === 0) throw new RangeError(`${caller} requires at least one row; got none`);
  if (p.length !== n) throw new RangeError(`${caller} requires equal lengths; got y ${n}, p ${p.length}`);
  for (let i = 0; i < n; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`${caller} requires y of 0 and 1; got ${y[i]} at row ${i}`);
    if (!(p[i] >= 0 && p[i] <= 1)) throw new RangeError(`${caller} requires p in [0, 1]; got ${p[i]} at row ${i}`);
  }
}
