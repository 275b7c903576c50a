import type {TreeEnsemble} from "../trees/types.js";
import {coverShares} from "./coverShares.js";
import {pathExpectation} from "./pathExpectation.js";

/**
 * The expected margin of a row under every coalition of features, one tree after the other.
 *
 * Expectations add up over trees, and a tree cares only about the features it splits on: so each tree is asked for the
 * coalitions of its own features, and every other coalition takes the value of its overlap with them.
 *
 * A generator, so that its caller sets the pace: it can show progress, breathe or stop between any two trees.
 *
 * @param row one value a feature, NaN where missing
 * @yields the number of trees done
 * @returns 2^features values, log-odds; at index S the features known are the bits of S
 * @throws RangeError if the row has another width than the ensemble, or more than 24 features
 */
export function* coalitionValues(ensemble: TreeEnsemble, row: ArrayLike<number>): Generator<number, Float64Array> {
  const features = ensemble.features.length;
  if (row.length !== features)
    throw new RangeError(`coalitionValues requires ${features} values a row; got ${row.length}`);
  if (features > 24) throw new RangeError(`coalitionValues requires at most 24 features; got ${features}`);
  const shares = coverShares(ensemble);
  const values = new Float64Array(2 ** features).fill(ensemble.baseMargin);
  const ofTree = new Float64Array(2 ** features);
  for (let tree = 0; tree < ensemble.starts.length - 1; tree++) {
    const [root, end] = ensemble.starts.subarray(tree, tree + 2);
    let used = 0;
    for (let node = root; node < end; node++) if (ensemble.feature[node] >= 0) used |= 1 << ensemble.feature[node];
    // (S - 1) & used walks down through every subset of the features used
    for (let S = used; ; S = (S - 1) & used) {
      ofTree[S] = pathExpectation(ensemble, shares, root, row, S);
      if (S === 0) break;
    }
    for (let S = 0; S < values.length; S++) values[S] += ofTree[S & used];
    yield tree + 1;
  }
  return values;
}
