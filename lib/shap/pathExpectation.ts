import type {TreeEnsemble} from "../trees/types.js";

/**
 * What one tree is expected to add to a row's margin when only a coalition of the row's features is known.
 *
 * Path-dependent: at a split on a known feature the row decides (its default direction where it is missing); at any
 * other split both branches count, by their share of the training rows that came this way.
 *
 * @param shares from `coverShares(ensemble)`
 * @param root the tree's first node, `ensemble.starts[tree]`
 * @param row one value a feature, NaN where missing; compared as float32
 * @param coalition bit j set: feature j is known; so at most 31 features
 * @returns log-odds, without the ensemble's base margin
 * @see Lundberg, Erion and Lee 2018, arXiv 1802.03888, Algorithm 1 (EXPVALUE)
 */
export function pathExpectation(
  ensemble: TreeEnsemble,
  shares: Float64Array,
  root: number,
  row: ArrayLike<number>,
  coalition: number
): number {
  const {feature, threshold, left, right, defaultLeft, value} = ensemble;
  const expect = (node: number): number => {
    if (left[node] < 0) return value[node];
    const j = feature[node];
    if ((coalition >>> j) & 1) {
      const x = Math.fround(row[j]);
      const goesLeft = Number.isNaN(x) ? defaultLeft[node] === 1 : x < threshold[node];
      return expect(goesLeft ? left[node] : right[node]);
    }
    return shares[left[node]] * expect(left[node]) + shares[right[node]] * expect(right[node]);
  };
  return expect(root);
}
