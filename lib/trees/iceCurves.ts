import {bisectLeft} from "d3-array";
import type {TreeEnsemble} from "./types.js";

/** A song's margin as one of its features changes and all others stay: a step function. */
export interface IceCurve {
  readonly from: Float64Array; // ascending, the first −∞: margin[k] holds where from[k] <= fround(x) < from[k + 1]
  readonly margin: Float64Array; // log-odds, one a step
  readonly missing: number; // log-odds where the feature is not known
}

/**
 * Prepares the exact individual conditional expectation (ICE) curves of all features of one song, quick enough to follow
 * a slider.
 *
 * A song takes one path through a tree. A change of one feature alone leaves it at a node that splits on this feature,
 * for the subtree on the node's other side; there every other feature still decides by the song's value. So one walk of
 * a tree along the path and into these subtrees finds what the tree adds to every curve.
 *
 * @returns a function of one value a feature of the ensemble, in its order, NaN where missing, compared as float32; it
 *   returns one curve a feature with a step for each of the ensemble's thresholds, and throws a RangeError at another width
 * @see Goldstein et al. 2015, "Peeking Inside the Black Box", Journal of Computational and Graphical Statistics 24(1)
 */
export function iceExplainer(ensemble: TreeEnsemble): (row: ArrayLike<number>) => IceCurve[] {
  const {features, starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const from = stepsOf(ensemble);
  // The last step that goes left, one a node.
  const rank = Int32Array.from(feature, (j, node) => (j < 0 ? -1 : bisectLeft(from[j], threshold[node]) - 1));
  const x = new Float32Array(features.length);
  const path = new Int32Array(value.length);
  // Of the feature that changes: the first and the last step that stay on the path, and whether a missing value does.
  const low = new Int32Array(features.length);
  const high = new Int32Array(features.length);
  const missingStays = new Uint8Array(features.length);
  const change = from.map((steps) => new Float64Array(steps.length + 1)); // from the step before, log-odds
  const missing = new Float64Array(features.length); // less the song's own margin

  const goesLeft = (node: number) => {
    const xj = x[feature[node]];
    return Number.isNaN(xj) ? defaultLeft[node] === 1 : xj < threshold[node];
  };

  /** What the steps a .. b of feature j find below a node, and its missing value where `lost`, less the song's leaf. */
  function visit(node: number, j: number, a: number, b: number, lost: boolean, leaf: number): void {
    while (left[node] >= 0) {
      if (feature[node] !== j) {
        node = goesLeft(node) ? left[node] : right[node];
        continue;
      }
      const lostLeft = lost && defaultLeft[node] === 1;
      const last = Math.min(b, rank[node]); // that goes left
      if (a <= last || lostLeft) visit(left[node], j, a, last, lostLeft, leaf);
      a = Math.max(a, rank[node] + 1);
      lost &&= !lostLeft;
      if (a > b && !lost) return;
      node = right[node];
    }
    if (a <= b) {
      change[j][a] += value[node] - leaf;
      change[j][b + 1] -= value[node] - leaf;
    }
    if (lost) missing[j] += value[node] - leaf;
  }

  function walk(root: number): number {
    let length = 0;
    let node = root;
    while (left[node] >= 0) {
      const j = feature[node];
      low[j] = 0;
      high[j] = from[j].length - 1;
      missingStays[j] = 1;
      path[length++] = node;
      node = goesLeft(node) ? left[node] : right[node];
    }
    const leaf = value[node];
    for (let k = 0; k < length; k++) {
      node = path[k];
      const j = feature[node];
      const toLeft = goesLeft(node);
      const lost = missingStays[j] === 1 && (defaultLeft[node] === 1) !== toLeft;
      const a = toLeft ? Math.max(low[j], rank[node] + 1) : low[j];
      const b = toLeft ? high[j] : Math.min(high[j], rank[node]);
      if (a <= b || lost) visit(toLeft ? right[node] : left[node], j, a, b, lost, leaf);
      if (toLeft) high[j] = Math.min(high[j], rank[node]);
      else low[j] = Math.max(low[j], rank[node] + 1);
      if (lost) missingStays[j] = 0;
    }
    return leaf;
  }

  return (row) => {
    if (row.length !== features.length)
      throw new RangeError(`iceExplainer requires ${features.length} values; got ${row.length}`);
    x.set(row);
    missing.fill(0);
    for (const steps of change) steps.fill(0);
    let margin = ensemble.baseMargin;
    for (let t = 0; t + 1 < starts.length; t++) margin += walk(starts[t]);
    return features.map((_, j) => {
      const margins = new Float64Array(from[j].length);
      for (let k = 0, at = margin; k < margins.length; k++) margins[k] = at += change[j][k];
      return {from: from[j], margin: margins, missing: margin + missing[j]};
    });
  };
}

/** Where the steps of each feature begin: −∞ and its distinct thresholds, ascending. */
function stepsOf({features, feature, threshold}: TreeEnsemble): Float64Array[] {
  const distinct = features.map(() => new Set([-Infinity]));
  for (let node = 0; node < feature.length; node++)
    if (feature[node] >= 0) distinct[feature[node]].add(threshold[node]);
  return distinct.map((steps) => Float64Array.from(steps).sort());
}
