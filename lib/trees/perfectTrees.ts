import type {TreeEnsemble} from "./types.js";

const MOST_DEPTH = 8; // past it most of a perfect tree would be padding
export const MISSING_HIGH = 0xffff; // the rank of a missing value that goes right
const MOST_THRESHOLDS = MISSING_HIGH - 1; // of one feature, so that ranks have 16 bits

/**
 * Trees padded to one depth, so that every row takes as many steps and none of them branches.
 *
 * Values stand as ranks among the thresholds of their feature: how many are at or below them. Node k of a tree has the
 * children 2 k + 1 and 2 k + 2; a row goes right where the node's threshold, as a place in the feature's table, is
 * below the row's rank.
 */
export interface PerfectTrees {
  readonly depth: number;
  readonly inner: number; // nodes of a tree that split: 2^depth − 1
  readonly thresholds: readonly Float32Array[]; // of each feature, ascending
  readonly keys: Int32Array; // trees × inner: rank column << 16 | place of the threshold
  readonly values: Float32Array; // trees × (inner + 1) leaves, margins in log-odds
}

/**
 * Pads an ensemble. A feature has two rank columns: its own index where missing values go left (rank 0), and index plus
 * the number of features where they go right (`MISSING_HIGH`).
 *
 * @returns null for trees too deep, or with too many thresholds, to gain by it
 */
export function perfectTrees(ensemble: TreeEnsemble): PerfectTrees | null {
  const {features, starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const depth = deepest(ensemble);
  const distinct = features.map(() => new Set<number>());
  for (let node = 0; node < left.length; node++) if (left[node] >= 0) distinct[feature[node]].add(threshold[node]);
  if (depth > MOST_DEPTH || distinct.some(({size}) => size > MOST_THRESHOLDS)) return null;

  const thresholds = distinct.map((values) => Float32Array.from(values).sort());
  const places = thresholds.map((values) => new Map(Array.from(values, (x, place) => [x, place])));
  const inner = 2 ** depth - 1;
  const trees = starts.length - 1;
  const keys = new Int32Array(trees * inner);
  const values = new Float32Array(trees * (inner + 1));
  const put = (tree: number, node: number, at: number): void => {
    if (at >= inner) {
      values[tree * (inner + 1) + at - inner] = value[node];
      return;
    }
    const isLeaf = left[node] < 0; // both ways then lead to it
    if (!isLeaf) {
      const j = feature[node];
      const column = defaultLeft[node] ? j : j + features.length;
      keys[tree * inner + at] = (column << 16) | places[j].get(threshold[node])!;
    }
    put(tree, isLeaf ? node : left[node], 2 * at + 1);
    put(tree, isLeaf ? node : right[node], 2 * at + 2);
  };
  for (let tree = 0; tree < trees; tree++) put(tree, starts[tree], 0);
  return {depth, inner, thresholds, keys, values};
}

function deepest({starts, left, right}: TreeEnsemble): number {
  const depthFrom = (node: number): number =>
    left[node] < 0 ? 0 : 1 + Math.max(depthFrom(left[node]), depthFrom(right[node]));
  let most = 0;
  for (let tree = 0; tree + 1 < starts.length; tree++) most = Math.max(most, depthFrom(starts[tree]));
  return most;
}
