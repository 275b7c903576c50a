import {checkPredictions} from "./checkPredictions.js";

/**
 * Refuses what no metric over groups of rows can be computed from.
 *
 * @param caller name of the function that complains
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @param groups n names or ids
 * @throws RangeError as checkPredictions, and if there is not a group for each row
 */
export function checkGroups(
  caller: string,
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  groups: ArrayLike<string | number>
): void {
  checkPredictions(caller, y, p);
  if (groups.length !== y.length) {
    throw new RangeError(`${caller} requires equal lengths; got y ${y.length}, groups ${groups.length}`);
  }
}
