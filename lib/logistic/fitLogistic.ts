import {Matrix} from "ml-matrix";
import {CannotFit} from "../CannotFit.js";
import {checkTraining} from "../checkTraining.js";
import type {Columns} from "../columns.js";
import {columnScale} from "./columnScale.js";
import {designMatrix} from "./designMatrix.js";
import {gradientSteps} from "./gradientSteps.js";
import {standardised} from "./standardised.js";
import {steepestSlope} from "./steepestSlope.js";
import type {LogisticModel} from "./types.js";
import {whiten} from "./whiten.js";

export interface LogisticOptions {
  readonly tolerance?: number; // of the mean gradient, a whitened standard deviation; 0 is the maximum itself
  readonly maxSteps?: number; // of gradient ascent
}

/** On whitened columns the mean log-likelihood curves by 1/4 at most, so that steps below 8 ascend; this is brisk. */
const STEP = 6.5;
const FIRST_STEPS = 48;

/**
 * Logistic regression by maximum likelihood, without penalty, on standardised columns with the median imputed.
 *
 * Gradient steps are ml-logistic-regression's, taken on whitened columns where few of them suffice, and repeated with
 * twice as many until the gradient vanishes; the weights are then rotated back. A constant, all-missing or repeated
 * column is no hindrance: the weights are those of least norm, 0 for a constant.
 *
 * @param X n rows; NaN is missing
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkTraining: no rows, other lengths, infinite values, one class
 * @throws CannotFit if the gradient does not vanish, as when a line through the features parts the classes
 */
export function fitLogistic(
  X: Columns,
  y: ArrayLike<number>,
  {tolerance = 1e-7, maxSteps = 12_288}: LogisticOptions = {}
): LogisticModel {
  checkTraining("fitLogistic", X, y);
  const n = X.length;
  const scales = X.columns.map(columnScale);
  const scale = {
    medians: scales.map(({median}) => median),
    means: scales.map(({mean}) => mean),
    deviations: scales.map(({deviation}) => deviation)
  };
  const varying = scales.flatMap(({constant}, j) => (constant ? [] : [j]));
  const Z = varying.map((j) => Float64Array.from(X.columns[j], (x) => standardised(scale, j, x)));
  const {values, width, rotation} = whiten(Z, n);
  const whitened = climb(values, width, y, tolerance, maxSteps);
  const weights = new Array<number>(X.columns.length).fill(0);
  rotation.forEach((mix, c) => varying.forEach((j, v) => (weights[j] += mix[v] * whitened[c])));
  return {
    format: "trackoracle-logistic/1",
    features: [...X.names],
    ...scale,
    weights,
    interceptLogOdds: whitened[width - 1]
  };
}

/** Weights of the whitened columns at the maximum. */
function climb(values: Float64Array, width: number, y: ArrayLike<number>, tolerance: number, maxSteps: number) {
  const features = designMatrix(values, width);
  const target = Matrix.columnVector(y);
  let slope = Infinity;
  for (let tried = 0, steps = FIRST_STEPS; tried < maxSteps; steps *= 2) {
    tried = Math.min(steps, maxSteps);
    const weights = gradientSteps(features, target, tried, STEP / y.length);
    slope = steepestSlope(values, y, weights);
    if (slope <= tolerance) return weights;
  }
  throw new CannotFit(
    `fitLogistic requires classes that overlap; got a gradient of ${slope.toExponential(1)} after ${maxSteps} steps`
  );
}
