import {deviation, mean} from "d3-array";
import {logit} from "../logit.js";
import {checkPredictions} from "../metrics/checkPredictions.js";
import {sigmoid} from "../sigmoid.js";
import {plattLogit} from "./plattLogit.js";
import type {PlattMap} from "./types.js";

/**
 * Platt scaling: a logistic regression of the outcome on the log-odds of p.
 *
 * Least Σᵢ −tᵢ ln sᵢ − (1 − tᵢ) ln(1 − sᵢ), s = sigmoid(slope · logit p + intercept), with t = (n₁ + 1) / (n₁ + 2) for
 * the n₁ hits and 1 / (n₀ + 2) for the n₀ flops. No target is 0 or 1, so that the line stays finite where p parts the
 * classes, and with one class. A constant p gets slope 0.
 *
 * @param p probabilities of 1, n values in [0, 1], clipped as plattLogit says
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see Platt 1999, Advances in Large Margin Classifiers; Newton's steps with halving as in Lin, Lin and Weng 2007,
 *   Machine Learning 68(3)
 */
export function fitPlatt(p: ArrayLike<number>, y: ArrayLike<number>): PlattMap {
  checkPredictions("fitPlatt", y, p);
  const n = y.length;
  const margins = Float64Array.from(p, plattLogit);
  const hits = Array.from(y).reduce((sum, label) => sum + label, 0);
  const target = Float64Array.from(y, (label) => (label === 1 ? (hits + 1) / (hits + 2) : 1 / (n - hits + 2)));
  const centre = mean(margins)!;
  const scale = deviation(margins) ?? 0;
  const start = logit(mean(target)!);
  if (scale === 0) return {format: "trackoracle-platt/1", slope: 0, interceptLogOdds: start};
  const x = margins.map((margin) => (margin - centre) / scale);
  const {slope, intercept} = descend(x, target, start);
  return {
    format: "trackoracle-platt/1",
    slope: slope / scale,
    interceptLogOdds: intercept - (slope * centre) / scale
  };
}

/** Newton's method from slope 0, each step halved until the loss does not grow. */
function descend(x: Float64Array, target: Float64Array, start: number): {slope: number; intercept: number} {
  let slope = 0;
  let intercept = start;
  let loss = lossOf(x, target, slope, intercept);
  for (let round = 0; round < 100; round++) {
    let [g1, g0, h11, h10, h00] = [0, 0, 0, 0, 0]; // gradient and curvature; 1 is the slope, 0 the intercept
    for (let i = 0; i < x.length; i++) {
      const s = sigmoid(slope * x[i] + intercept);
      const weight = s * (1 - s);
      g1 += (s - target[i]) * x[i];
      g0 += s - target[i];
      h11 += weight * x[i] * x[i];
      h10 += weight * x[i];
      h00 += weight;
    }
    if (Math.hypot(g1, g0) <= 1e-10 * x.length) break;
    const determinant = h11 * h00 - h10 * h10;
    let step1 = (h00 * g1 - h10 * g0) / determinant;
    let step0 = (h11 * g0 - h10 * g1) / determinant;
    let lossThere = lossOf(x, target, slope - step1, intercept - step0);
    while (!(lossThere <= loss) && Math.hypot(step1, step0) > 1e-12) {
      step1 /= 2;
      step0 /= 2;
      lossThere = lossOf(x, target, slope - step1, intercept - step0);
    }
    if (!(lossThere <= loss)) break; // no better by more than rounding
    slope -= step1;
    intercept -= step0;
    loss = lossThere;
  }
  return {slope, intercept};
}

function lossOf(x: Float64Array, target: Float64Array, slope: number, intercept: number): number {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const margin = slope * x[i] + intercept;
    loss += Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) - target[i] * margin;
  }
  return loss;
}
