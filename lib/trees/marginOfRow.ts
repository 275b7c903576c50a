import type {TreeEnsemble} from "./types.js";

/**
 * The margin of one row: what predictMargins gives for it, without its set-up.
 *
 * @param x one value a feature, in the order of `ensemble.features`; NaN is missing
 * @returns log-odds
 * @throws RangeError if x has another length
 */
export function marginOfRow(ensemble: TreeEnsemble, x: Float32Array): number {
  const {features, starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  if (x.length !== features.length) {
    throw new RangeError(`marginOfRow requires ${features.length} values; got ${x.length}`);
  }
  let margin = ensemble.baseMargin;
  for (let t = 0; t + 1 < starts.length; t++) {
    let node = starts[t];
    while (left[node] >= 0) {
      const xj = x[feature[node]];
      node = (Number.isNaN(xj) ? defaultLeft[node] === 1 : xj < threshold[node]) ? left[node] : right[node];
    }
    margin += value[node];
  }
  return margin;
}
