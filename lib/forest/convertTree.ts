import type {Columns} from "../columns.js";
import {leafEnsemble} from "../trees/leafEnsemble.js";
import type {TreeEnsemble} from "../trees/types.js";

/** A node of ml-cart, as JSON. */
export interface CartNode {
  readonly left?: CartNode; // both or none: a leaf has none
  readonly right?: CartNode;
  readonly splitColumn?: number; // a row goes left where its value there is below `splitValue`
  readonly splitValue?: number;
  readonly gain?: number | null; // decrease of the Gini impurity
  readonly numberSamples?: number; // training rows
  readonly distribution?: readonly (readonly number[])[]; // a leaf's, one row: shares of 0 and, if it has any, of 1
}

/** One tree of ml-random-forest and what it was grown on. */
export interface CartTree {
  readonly root: CartNode;
  readonly columns: readonly number[]; // of X, as `splitColumn` counts them
  readonly X: Columns; // the training rows; NaN is missing
  readonly standIns: readonly number[]; // what was imputed for missing values, one a column of X
}

/**
 * A tree of ml-random-forest as an ensemble of one, breadth first; leaves are shares of 1, divided by `trees`.
 *
 * Thresholds are raised to the next float32, which no float32 value can tell from them. Missing values go where their
 * column's stand-in would.
 */
export function convertTree({root, columns, X, standIns}: CartTree, trees: number): TreeEnsemble {
  const nodes = [root];
  for (const node of nodes) if (isSplit(node)) nodes.push(node.left, node.right);
  const tree = leafEnsemble(X.names, 0, Int32Array.of(0, nodes.length));
  let next = 1;
  nodes.forEach((node, i) => {
    if (!isSplit(node)) {
      tree.value[i] = (node.distribution![0][1] ?? 0) / trees;
      return;
    }
    const feature = columns[node.splitColumn!];
    tree.feature[i] = feature;
    tree.threshold[i] = nextFloat32(node.splitValue!);
    tree.defaultLeft[i] = Number(standIns[feature] < tree.threshold[i]);
    tree.gain[i] = node.gain! * node.numberSamples!;
    tree.left[i] = next++;
    tree.right[i] = next++;
  });
  countRows(tree, X);
  return tree;
}

function isSplit(node: CartNode): node is CartNode & {left: CartNode; right: CartNode} {
  return node.left !== undefined && node.right !== undefined;
}

/** The least float32 not below x. */
function nextFloat32(x: number): number {
  const rounded = new Float32Array([x]);
  if (rounded[0] < x) new Int32Array(rounded.buffer)[0] += rounded[0] < 0 ? -1 : 1; // neighbours in bits and value
  return rounded[0] + 0; // -0 would not survive JSON
}

/** Counts the rows that come through each node. */
function countRows({left, right, feature, threshold, defaultLeft, cover}: TreeEnsemble, X: Columns): void {
  for (let row = 0; row < X.length; row++) {
    let node = 0;
    cover[node]++;
    while (left[node] >= 0) {
      const x = X.columns[feature[node]][row];
      node = (Number.isNaN(x) ? defaultLeft[node] === 1 : x < threshold[node]) ? left[node] : right[node];
      cover[node]++;
    }
  }
}
