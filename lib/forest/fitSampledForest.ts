import {RandomForestClassifier} from "ml-random-forest";
import {checkTraining} from "../checkTraining.js";
import {takeRows, type Columns} from "../columns.js";
import {columnScale} from "../logistic/columnScale.js";
import {randomSource} from "../random/randomSource.js";
import {joinTrees} from "../trees/joinTrees.js";
import type {TreeEnsemble} from "../trees/types.js";
import {convertTree, type CartNode} from "./convertTree.js";
import {giniImportances} from "./giniImportances.js";
import {stratifiedSampler} from "./stratifiedSampler.js";
import type {Forest} from "./types.js";

export interface SampledForestOptions {
  readonly seed: number; // any integer; the same seed gives the same bytes
  readonly rows: number; // drawn for each tree, at least 2; time grows with their square
  readonly trees: number; // at least 1
  readonly onTree?: (done: number, total: number) => void;
}

/** What the package's toJSON() tells of one tree. */
interface CartJson {
  readonly baseModel: {readonly indexes: [number[]]; readonly estimators: [{readonly root: CartNode}]};
}

/** Nodes of ten rows and fewer are leaves: the mean of many trees wants shares, not single labels. */
const TREE_OPTIONS = {minNumSamples: 10};

/**
 * ml-random-forest on as many rows as it can afford, as a forest that predictForest reads.
 *
 * Its search for a split takes time with the square of the rows. So each tree is grown by the package on half of the
 * columns and a stratified sample of its own, without replacement, where a bootstrap of one small sample would leave
 * the other rows unseen. Missing values count as the training median. The leaves' shares are averaged from toJSON(), as
 * predictProbability counts the first tree's label twice over.
 *
 * @param X n rows; NaN is missing
 * @param y outcomes, n values, each 0 or 1
 * @returns forest; `trainedRows` counts the rows that any tree has seen
 * @throws RangeError as checkTraining: no rows, other lengths, infinite values, one class; with rows or trees that are
 *   no integers or too few
 * @see Bühlmann and Yu 2002, Analyzing Bagging, Annals of Statistics 30(4): subsampling in place of the bootstrap
 */
export function fitSampledForest(X: Columns, y: Uint8Array, {seed, rows, trees, onTree}: SampledForestOptions): Forest {
  checkTraining("fitSampledForest", X, y);
  for (const [name, value, least] of [["rows", rows, 2] as const, ["trees", trees, 1] as const]) {
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`fitSampledForest requires ${name} an integer, at least ${least}; got ${value}`);
    }
  }
  const random = randomSource(seed);
  const draw = stratifiedSampler(y, rows, random);
  const standIns = X.columns.map((column) => Math.fround(columnScale(column).median));
  const seen = new Uint8Array(X.length);
  const grown: TreeEnsemble[] = [];
  for (let t = 0; t < trees; t++) {
    const sample = draw();
    for (const row of sample) seen[row] = 1;
    const forest = new RandomForestClassifier({
      nEstimators: 1,
      seed: Math.floor(random() * 2 ** 31),
      maxFeatures: Math.ceil(X.columns.length / 2),
      replacement: false, // of columns
      useSampleBagging: false,
      noOOB: true,
      treeOptions: TREE_OPTIONS
    });
    const valuesOf = (row: number) =>
      X.columns.map((column, j) => (Number.isNaN(column[row]) ? standIns[j] : column[row]));
    forest.train(
      sample.map(valuesOf),
      sample.map((row) => y[row])
    );
    const {baseModel} = JSON.parse(JSON.stringify(forest)) as CartJson;
    const [{root}] = baseModel.estimators;
    grown.push(convertTree({root, columns: baseModel.indexes[0], X: takeRows(X, sample), standIns}, trees));
    onTree?.(t + 1, trees);
  }
  const all = joinTrees(X.names, 0, grown);
  const trainedRows = seen.reduce((sum, one) => sum + one, 0);
  return {format: "trackoracle-forest/1", trees: all, importances: giniImportances(all), trainedRows};
}
