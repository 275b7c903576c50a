import {CannotFit} from "../CannotFit.js";
import type {Columns} from "../columns.js";
import {randomSource} from "../random/randomSource.js";
import {boostedSettings, type BoostedOptions} from "./boostedSettings.js";
import {binMatrix} from "./boosting/binMatrix.js";
import {checkRows} from "./boosting/checkRows.js";
import {finishTree} from "./boosting/finishTree.js";
import {gradients} from "./boosting/gradients.js";
import {growTree} from "./boosting/growTree.js";
import {grownTree} from "./boosting/grownTree.js";
import {monotoneSigns} from "./boosting/monotoneSigns.js";
import {packGradients} from "./boosting/packGradients.js";
import {sampleColumns} from "./boosting/sampleColumns.js";
import {sampleRows} from "./boosting/sampleRows.js";
import {updateOthers} from "./boosting/updateOthers.js";
import {updateSampled} from "./boosting/updateSampled.js";
import {joinTrees} from "./joinTrees.js";
import {marginOfBaseScore} from "./marginOfBaseScore.js";
import type {TreeEnsemble} from "./types.js";

/** Rows are drawn one by one, and all rounds are kept. */
export type SharesOptions = Omit<BoostedOptions, "groups" | "validation" | "monotone" | "signal" | "onRound">;

/**
 * Gradient-boosted trees for an outcome in [0, 1], such as a feature of a track: fitBoosted with the cross entropy.
 *
 * L = −y ln p − (1 − y) ln(1 − p) is least at p = E[y], also where y is no label, and its gradient by the margin is
 * p − y as ever; so predictTrees gives the expected outcome, which never leaves [0, 1].
 *
 * @param X n rows; NaN is missing
 * @param y outcomes, n values in [0, 1], not all 0 nor all 1
 * @param options as fitBoosted's
 * @throws RangeError as fitBoosted, and if an outcome is outside [0, 1]; CannotFit, which is one too, if all are 0 or all 1
 * @see Papke and Wooldridge 1996, Journal of Applied Econometrics 11(6), on quasi-likelihood for fractional outcomes
 */
export function fitShares(X: Columns, y: Float32Array, options: SharesOptions): TreeEnsemble {
  const settings = boostedSettings(options);
  const n = X.length;
  if (y.length !== n) throw new RangeError(`fitShares requires equal lengths; got X ${n}, y ${y.length}`);
  const zeros = new Uint8Array(n);
  checkRows(X, zeros);
  const wrong = y.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong >= 0) throw new RangeError(`fitShares requires y in [0, 1]; got ${y[wrong]} in row ${wrong}`);
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  if (mean === 0 || mean === 1) throw new CannotFit(`fitShares requires y that differ; got ${mean} in all ${n} rows`);

  const random = randomSource(settings.seed);
  const baseMargin = marginOfBaseScore(mean);
  const signs = monotoneSigns(X.names);
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
  const trees = Array.from({length: settings.rounds}, () => {
    const columns = sampleColumns(matrix.columns.length, settings.columnSample, random);
    const size = sampleRows(rows, others, n, settings.subsample, random);
    gradients(gradient, hessian, margins, zeros, rows, size);
    for (let i = 0; i < size; i++) gradient[rows[i]] -= y[rows[i]];
    const packing = packGradients(sums, gradient, hessian, rows, size);
    growTree(tree, {matrix, signs, columns, rows, size, gradient, hessian, sums, packing, pool}, settings);
    updateSampled(margins, tree, rows);
    updateOthers(margins, tree, matrix, others, n - size);
    return finishTree(tree, matrix, X.names);
  });
  return joinTrees(X.names, baseMargin, trees);
}
