import {abortError} from "../abortError.js";
import {CannotFit} from "../CannotFit.js";
import type {Columns} from "../columns.js";
import {groupIndex} from "../metrics/groupIndex.js";
import {randomSource} from "../random/randomSource.js";
import {boostedSettings, type BoostedOptions, type BoostedSettings} from "./boostedSettings.js";
import {binMatrix} from "./boosting/binMatrix.js";
import {checkRows} from "./boosting/checkRows.js";
import {finishTree} from "./boosting/finishTree.js";
import {gradients} from "./boosting/gradients.js";
import {growTree} from "./boosting/growTree.js";
import {grownTree} from "./boosting/grownTree.js";
import {monotoneSigns} from "./boosting/monotoneSigns.js";
import {packGradients} from "./boosting/packGradients.js";
import {sampleColumns} from "./boosting/sampleColumns.js";
import {sampleGroups} from "./boosting/sampleGroups.js";
import {sampleRows} from "./boosting/sampleRows.js";
import {updateOthers} from "./boosting/updateOthers.js";
import {updateSampled} from "./boosting/updateSampled.js";
import {validationLoss} from "./boosting/validationLoss.js";
import {joinTrees} from "./joinTrees.js";
import {marginOfBaseScore} from "./marginOfBaseScore.js";
import type {TreeEnsemble} from "./types.js";

export type {BoostedOptions};

const MOST_ROWS = 2 ** 24; // packGradients' limit

/**
 * Gradient-boosted trees for two classes: XGBoost's `hist` method with the log loss, on one thread.
 *
 * Every round draws rows and columns, takes first and second derivatives g, h of the loss at the margins so far, and
 * grows a tree whose splits gain most: G_L²/(H_L+λ) + G_R²/(H_R+λ) − G²/(H+λ). A leaf is worth −η G/(H+λ). Missing
 * values go where they gain most, or with the majority where the node has none. The first margin is the base rate's.
 *
 * Thresholds are float32 values between two training values, so `x < threshold` parts the training rows exactly as
 * they were parted. A split of missing from present has the lowest float32 as threshold. Gradients are summed as
 * whole numbers (packGradients), leaves and covers from the exact ones. Trees are laid out breadth first.
 *
 * A split of a `monotone` column whose children's weights are in the wrong order is passed over; else the middle of the
 * two bounds all weights below, as XGBoost does. Missing values are free of it: they may be worth anything.
 *
 * @param X n rows; NaN is missing. Constant and all-missing columns are never split on
 * @param y outcomes, n values, each 0 or 1, both present
 * @param options see BoostedSettings for ranges; with `validation` the trees after the best round are dropped
 * @throws RangeError if X is empty or larger than 2^24 rows, lengths differ, a value is infinite, a label is neither 0
 *   nor 1, only one class is there or an option is out of range; Error named AbortError if `signal` says so
 * @see Chen and Guestrin 2016, XGBoost: A Scalable Tree Boosting System
 */
export function fitBoosted(X: Columns, y: Uint8Array, options: BoostedOptions): TreeEnsemble {
  const settings = boostedSettings(options);
  checkRows(X, y);
  const n = X.length;
  if (n > MOST_ROWS) throw new RangeError(`fitBoosted requires at most ${MOST_ROWS} rows; got ${n}`);
  const hits = y.reduce((sum, label) => sum + label, 0);
  if (hits === 0 || hits === n) throw new CannotFit(`fitBoosted requires both labels; got ${hits} ones in ${n} rows`);

  const random = randomSource(settings.seed);
  const drawRows = rowSampler(n, settings, random);
  const baseMargin = marginOfBaseScore(hits / n);
  const lossWith = settings.validation && validationLoss(settings.validation, X.names, baseMargin);
  const signs = monotoneSigns(X.names, settings.monotone);
  const matrix = binMatrix(X, settings.maxBins);
  const margins = new Float64Array(n).fill(baseMargin);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const sums = new Float64Array(n);
  const rows = new Int32Array(2 * n + 2);
  const others = new Int32Array(n + 1);
  const pool = Array.from({length: settings.depth}, () => {
    return Array.from({length: matrix.groups}, () => new Float64Array(1024));
  });
  const tree = grownTree(Math.min(2 ** (settings.depth + 1), 2 * n));

  const trees: TreeEnsemble[] = [];
  let best = {loss: Infinity, trees: 0};
  for (let round = 0; round < settings.rounds; round++) {
    if (settings.signal?.aborted)
      throw abortError(`fitBoosted was aborted after ${round} of ${settings.rounds} rounds`);
    const columns = sampleColumns(matrix.columns.length, settings.columnSample, random);
    const size = drawRows(rows, others);
    gradients(gradient, hessian, margins, y, rows, size);
    const packing = packGradients(sums, gradient, hessian, rows, size);
    growTree(tree, {matrix, signs, columns, rows, size, gradient, hessian, sums, packing, pool}, settings);
    updateSampled(margins, tree, rows);
    updateOthers(margins, tree, matrix, others, n - size);
    const finished = finishTree(tree, matrix, X.names);
    trees.push(finished);
    const loss = lossWith?.(finished) ?? -round; // without validation every round is better
    if (loss < best.loss) best = {loss, trees: trees.length};
    settings.onRound?.(round + 1, settings.rounds);
    if (settings.validation && trees.length - best.trees >= settings.validation.patience) break;
  }
  return joinTrees(X.names, baseMargin, trees.slice(0, best.trees));
}

/** Draws the rows of a round: each by itself, or groups of them. */
function rowSampler(n: number, {groups, subsample}: BoostedSettings, random: () => number) {
  if (!groups) return (rows: Int32Array, others: Int32Array) => sampleRows(rows, others, n, subsample, random);
  if (groups.length !== n)
    throw new RangeError(`fitBoosted requires a group for each of ${n} rows; got ${groups.length}`);
  const {index, count} = groupIndex(groups);
  const drawn = new Uint8Array(count);
  return (rows: Int32Array, others: Int32Array) => sampleGroups(rows, others, index, drawn, subsample, random);
}
