import {abortError} from "../abortError.js";
import {checkTraining} from "../checkTraining.js";
import type {Columns} from "../columns.js";
import {randomSource} from "../random/randomSource.js";
import {binMatrix} from "../trees/boosting/binMatrix.js";
import {finishTree} from "../trees/boosting/finishTree.js";
import {joinTrees} from "../trees/joinTrees.js";
import type {TreeEnsemble} from "../trees/types.js";
import {drawBag, emptyBag} from "./bag.js";
import {giniImportances} from "./giniImportances.js";
import {treeGrower} from "./treeGrower.js";
import type {Forest} from "./types.js";

export interface ForestOptions {
  readonly seed: number; // any integer; the same seed gives the same bytes
  readonly trees?: number; // 1 to 100,000
  readonly columnSample?: number; // columns tried a node, at least 1; by default the rounded root of their number
  readonly minLeaf?: number; // drawn rows of a leaf, at least 1
  readonly maxDepth?: number; // splits on the longest path, at least 1
  readonly maxBins?: number; // values told apart a column, 2 to 256; missing takes one
  readonly signal?: {readonly aborted: boolean}; // looked at before every tree
  readonly onTree?: (done: number, total: number) => void;
}

const MOST_ROWS = 2 ** 24; // what a float32 cover counts exactly, and a packed sum has room for

/**
 * A random forest: trees on bootstrap samples, each node split by the best of a few columns drawn for it, the leaves'
 * shares of 1 averaged.
 *
 * Columns are binned as fitBoosted's are, so thresholds are float32 values between two training values. Missing values
 * are tried on both sides of a split; where a node has none, they go with the majority. A split of missing from
 * present has the lowest float32 as threshold. Trees are laid out breadth first.
 *
 * @param X n rows; NaN is missing. Constant and all-missing columns are never split on
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkTraining: no rows, other lengths, infinite values, one class; with more than 2^24 rows or
 *   an option out of its range; Error named AbortError if `signal` says so
 * @see Breiman 2001, Random Forests, Machine Learning 45(1)
 */
export function fitForest(X: Columns, y: Uint8Array, options: ForestOptions): Forest {
  checkTraining("fitForest", X, y);
  const n = X.length;
  if (n > MOST_ROWS) throw new RangeError(`fitForest requires at most ${MOST_ROWS} rows; got ${n}`);
  const {seed, trees = 300, minLeaf = 5, maxDepth = Infinity, maxBins = 256, signal, onTree} = options;
  const {columnSample = Math.round(Math.sqrt(X.columns.length))} = options;
  requireWhole("seed", seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireWhole("trees", trees, 1, 100_000);
  requireWhole("columnSample", columnSample, 1, X.columns.length);
  requireWhole("minLeaf", minLeaf, 1, MOST_ROWS);
  if (maxDepth !== Infinity) requireWhole("maxDepth", maxDepth, 1, MOST_ROWS);
  requireWhole("maxBins", maxBins, 2, 256);

  const random = randomSource(seed);
  const matrix = binMatrix(X, maxBins);
  const grow = treeGrower(matrix, {trees, columnSample, minLeaf, maxDepth}, random);
  const bag = emptyBag(n);
  const grown: TreeEnsemble[] = [];
  for (let t = 0; t < trees; t++) {
    if (signal?.aborted) throw abortError(`fitForest was aborted after ${t} of ${trees} trees`);
    drawBag(bag, y, random);
    grown.push(finishTree(grow(bag), matrix, X.names));
    onTree?.(t + 1, trees);
  }
  const all = joinTrees(X.names, 0, grown);
  return {format: "trackoracle-forest/1", trees: all, importances: giniImportances(all), trainedRows: n};
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`fitForest requires ${name} an integer in ${least}..${most}; got ${value}`);
}
