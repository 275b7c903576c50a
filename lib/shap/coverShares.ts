import type {TreeEnsemble} from "../trees/types.js";

/**
 * Each node's share of its parent's training rows: the weight of that branch when the split's feature is unknown.
 *
 * share(child) = cover(child) / (cover(left) + cover(right))
 *
 * Two children that no training row reached get one half each, so that no expectation is NaN.
 *
 * @returns one share in [0, 1] a node; 1 at roots; the two children of a node sum to 1
 * @throws RangeError if a cover is negative or not finite
 */
export function coverShares({left, right, cover}: TreeEnsemble): Float64Array {
  const shares = new Float64Array(cover.length).fill(1);
  for (let node = 0; node < cover.length; node++) {
    if (!(cover[node] >= 0 && cover[node] < Infinity))
      throw new RangeError(`coverShares requires covers of 0 or more; got ${cover[node]} at node ${node}`);
    if (left[node] < 0) continue;
    const total = cover[left[node]] + cover[right[node]];
    shares[left[node]] = total > 0 ? cover[left[node]] / total : 0.5;
    shares[right[node]] = total > 0 ? cover[right[node]] / total : 0.5;
  }
  return shares;
}
