/**
 * An ensemble of binary decision trees over numeric columns, as flat typed arrays.
 *
 * All trees share one set of node arrays; tree t owns nodes `starts[t] .. starts[t + 1] - 1` and its root is
 * `starts[t]`. Children are absolute node indices. A row goes left where `fround(x) < threshold`, and where x is
 * missing (NaN) if `defaultLeft` is 1. This is XGBoost's rule; see lib/trees/readXgboost.ts for its file format.
 */
export interface TreeEnsemble {
  readonly format: "trackoracle-trees/1"; // bump when an old reader would misread it
  readonly features: readonly string[]; // column order of X
  readonly baseMargin: number; // log-odds added to every row's sum of leaves
  readonly starts: Int32Array; // trees + 1 values; the last is the number of nodes
  readonly feature: Int16Array; // index into `features`; -1 at a leaf
  readonly threshold: Float32Array; // 0 at a leaf
  readonly left: Int32Array; // -1 at a leaf
  readonly right: Int32Array; // -1 at a leaf
  readonly defaultLeft: Uint8Array; // 1: missing goes left
  readonly value: Float32Array; // a leaf's margin, log-odds (learning rate applied); 0 at an inner node
  readonly cover: Float32Array; // sum of hessians of the training rows that reached the node
  readonly gain: Float32Array; // loss reduction of the split; 0 at a leaf
}
