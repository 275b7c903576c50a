import type {TreeEnsemble} from "../trees/types.js";

/**
 * The margin expected when no feature is known: the base of every explanation of the ensemble.
 *
 * baseMargin + Σ over trees Σ over leaves value × product of the cover shares on the leaf's path
 *
 * @param shares from `coverShares(ensemble)`
 * @returns log-odds
 */
export function expectedMargin(ensemble: TreeEnsemble, shares: Float64Array): number {
  const {left, right, value} = ensemble;
  const mean = (node: number): number =>
    left[node] < 0 ? value[node] : shares[left[node]] * mean(left[node]) + shares[right[node]] * mean(right[node]);
  let margin = ensemble.baseMargin;
  for (let tree = 0; tree < ensemble.starts.length - 1; tree++) margin += mean(ensemble.starts[tree]);
  return margin;
}
