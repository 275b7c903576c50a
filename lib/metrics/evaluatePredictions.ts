import {randomSource} from "../random/randomSource.js";
import {aucInterval} from "./aucInterval.js";
import {calibrationInterval} from "./calibrationInterval.js";
import {checkGroups} from "./checkGroups.js";
import {drawGroups} from "./drawGroups.js";
import {groupIndex} from "./groupIndex.js";
import {percentileInterval} from "./percentileInterval.js";
import {rankedPredictions} from "./rankedPredictions.js";
import type {Estimate, Metrics, NoEstimate, ThresholdOptions} from "./types.js";
import {type WeightedMetrics, weightedMetrics} from "./weightedMetrics.js";

export interface EvaluateOptions extends ThresholdOptions {
  readonly seed: number;
  readonly replicates?: number; // of the bootstrap
}

/**
 * Every metric of a model's predictions with its 95 % interval, by bootstrap over groups.
 *
 * Whole groups (artists) are drawn, for their rows are alike. The same groups and seed give the same draws for every
 * model. Intervals are percentiles of the replicates; that of the calibration error is calibrationInterval's, and that
 * of the AUC, which has a formula, is aucInterval's over the same groups.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; at or above the threshold is a predicted hit
 * @param groups n names or ids; rows of one group are drawn together
 * @throws RangeError if n is 0, lengths differ, a value is out of range, or replicates is not a positive integer
 */
export function evaluatePredictions(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  groups: ArrayLike<string | number>,
  {seed, replicates = 400, threshold = 0.5}: EvaluateOptions
): Metrics {
  checkGroups("evaluatePredictions", y, p, groups);
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(`evaluatePredictions requires a threshold in [0, 1]; got ${threshold}`);
  }
  if (!Number.isInteger(replicates) || replicates < 1) {
    throw new RangeError(`evaluatePredictions requires a positive integer of replicates; got ${replicates}`);
  }
  const {index, count} = groupIndex(groups);
  const ranked = rankedPredictions(y, p, index, threshold);
  const counts = new Int32Array(count).fill(1);
  const measured = weightedMetrics(ranked, counts);
  const random = randomSource(seed);
  const drawn = Array.from({length: replicates}, () => {
    drawGroups(counts, random);
    return weightedMetrics(ranked, counts);
  });
  const [eceLow, eceHigh] = calibrationInterval(
    measured.gaps,
    drawn.map(({gaps}) => gaps)
  );
  return {
    accuracy: estimate(measured, drawn, "accuracy"),
    f1: estimateIfDefined(measured, drawn, "f1"),
    precision: estimateIfDefined(measured, drawn, "precision"),
    recall: estimateIfDefined(measured, drawn, "recall"),
    auc: aucInterval(y, p, index),
    averagePrecision: estimateIfDefined(measured, drawn, "averagePrecision"),
    logLoss: estimate(measured, drawn, "logLoss"),
    brier: estimate(measured, drawn, "brier"),
    ece: {value: measured.gaps.reduce((sum, gap) => sum + Math.abs(gap), 0), low: eceLow, high: eceHigh},
    confusion: measured.confusion
  };
}

type Measure = Exclude<keyof WeightedMetrics, "gaps" | "confusion">;

function estimate(measured: WeightedMetrics, drawn: readonly WeightedMetrics[], measure: Measure): Estimate {
  const [low, high] = percentileInterval(drawn.map((replicate) => replicate[measure]));
  return {value: measured[measure], low, high};
}

function estimateIfDefined(
  measured: WeightedMetrics,
  drawn: readonly WeightedMetrics[],
  measure: Measure
): Estimate | NoEstimate {
  if (Number.isNaN(measured[measure])) return {value: null, low: null, high: null};
  return estimate(measured, drawn, measure);
}
