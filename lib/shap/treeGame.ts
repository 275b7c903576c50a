import type {TreeEnsemble} from "../trees/types.js";
import {coverShares} from "./coverShares.js";
import {emptyGame} from "./emptyGame.js";
import {sumSubsets} from "./sumSubsets.js";

/**
 * Prepares the expected margin of a row under every coalition of features: `coalitionValues` in milliseconds.
 *
 * With yₖ = 1 where feature k is unknown and 0 where it is known, a leaf adds value × Π over the features of its path
 * of zₖyₖ where the row breaks the leaf's conditions on k, and of 1 − (1 − zₖ)yₖ where it meets them; zₖ is the share of
 * training rows that do. Multiplied out, a term is a set of features that must be unknown: 2^met of them a leaf. All
 * terms are added up by their sets, and one transform adds to each set those of its subsets.
 *
 * @returns a function of one value a feature, NaN where missing, compared as float32. It gives 2^features values,
 *   log-odds; at index S the features known are the bits of S. It throws a RangeError at another width
 * @throws RangeError if there are more than 20 features, or a cover is negative or not finite
 */
export function treeGame(ensemble: TreeEnsemble): (row: ArrayLike<number>) => Float64Array {
  const {starts, feature, threshold, left, right, defaultLeft, value, baseMargin} = ensemble;
  const features = ensemble.features.length;
  const trees = starts.length - 1;
  const shares = coverShares(ensemble);
  // The features whose conditions the row meets, in order of the path, and the terms of the product of their factors:
  // term i holds the features met[k] for the bits k of i.
  const met = new Int32Array(features);
  const z = new Float64Array(features); // by place in `met`
  const place = new Int32Array(features).fill(-1); // in `met`, by feature
  const terms = emptyGame("treeGame", features).fill(1, 0, 1);
  const sets = new Int32Array(terms.length);
  let x = new Float32Array(0);
  let ofUnknown: Float64Array = terms;

  /** Multiplies the terms of the first `from` factors by those up to `to`. */
  function multiply(from: number, to: number): void {
    for (let k = from; k < to; k++) {
      const half = 1 << k;
      const bit = 1 << met[k];
      const factor = z[k] - 1;
      for (let i = 0; i < half; i++) {
        terms[half + i] = terms[i] * factor;
        sets[half + i] = sets[i] | bit;
      }
    }
  }

  function swap(a: number, b: number): void {
    [met[a], met[b]] = [met[b], met[a]];
    [z[a], z[b]] = [z[b], z[a]];
    place[met[a]] = a;
    place[met[b]] = b;
  }

  /**
   * Adds the terms of all leaves below a node.
   *
   * @param broken features of the path whose conditions the row breaks
   * @param weight product of their shares
   * @param count of features met; their terms are the same after the call as before
   */
  function walk(node: number, broken: number, weight: number, count: number): void {
    const l = left[node];
    if (l < 0) {
      const scale = weight * value[node];
      for (let i = 0; i < 1 << count; i++) ofUnknown[broken | sets[i]] += scale * terms[i];
      return;
    }
    const j = feature[node];
    const r = right[node];
    if ((broken >>> j) & 1) {
      walk(l, broken, weight * shares[l], count);
      walk(r, broken, weight * shares[r], count);
      return;
    }
    const goesLeft = x[j] < threshold[node] || (defaultLeft[node] === 1 && Number.isNaN(x[j]));
    const hot = goesLeft ? l : r;
    const cold = goesLeft ? r : l;
    const at = place[j] < 0 ? count : place[j];
    const last = at === count ? count : count - 1; // j's own place for the time being
    if (at === count) {
      place[j] = at;
      met[at] = j;
      z[at] = 1;
    } else if (at < last) {
      swap(at, last);
      multiply(at, last);
    }
    const above = z[last];
    walk(cold, broken | (1 << j), weight * above * shares[cold], last);
    place[j] = last;
    met[last] = j;
    z[last] = above * shares[hot];
    multiply(last, last + 1);
    walk(hot, broken, weight, last + 1);
    z[last] = above;
    if (at === count) place[j] = -1;
    else {
      if (at < last) swap(at, last);
      multiply(at, count);
    }
  }

  return (row) => {
    if (row.length !== features) throw new RangeError(`treeGame requires ${features} values; got ${row.length}`);
    x = Float32Array.from(row);
    ofUnknown = emptyGame("treeGame", features);
    ofUnknown[0] = baseMargin;
    for (let tree = 0; tree < trees; tree++) walk(starts[tree], 0, 1, 0);
    return sumSubsets(ofUnknown).reverse(); // from the features unknown to those known
  };
}
