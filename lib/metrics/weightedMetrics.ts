import {CALIBRATION_BINS, type RankedPredictions} from "./rankedPredictions.js";

/** The metrics that need replicates, of one weighting of the rows; NaN where undefined (it stays inside the evaluation). */
export interface WeightedMetrics {
  readonly accuracy: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly averagePrecision: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly gaps: Float64Array; // a bin: its rows' sum of y - p, over all rows; ECE is the sum of their sizes
  readonly confusion: {readonly tp: number; readonly fp: number; readonly fn: number; readonly tn: number};
}

/**
 * The metrics in one pass over rows sorted by p, each row counted as often as its group was drawn.
 *
 * @param ranked rows by falling p
 * @param counts weight of each group, a whole number >= 0; at least one row has a positive weight
 */
export function weightedMetrics(ranked: RankedPredictions, counts: Int32Array): WeightedMetrics {
  const {hit, group, loss, squaredError, gap, bin, lastOfTie, predictedHits} = ranked;
  const gaps = new Float64Array(CALIBRATION_BINS);
  let hits = 0; // of all rows so far
  let flops = 0;
  let hitsAbove = 0; // of rows with a higher p than this row's
  let tp = 0; // of rows at or above the threshold
  let fp = 0;
  let precisions = 0;
  let sumLoss = 0;
  let sumSquares = 0;
  for (let i = 0; i < hit.length; i++) {
    const weight = counts[group[i]];
    if (weight > 0) {
      if (hit[i] === 1) hits += weight;
      else flops += weight;
      sumLoss += weight * loss[i];
      sumSquares += weight * squaredError[i];
      gaps[bin[i]] += weight * gap[i];
    }
    if (lastOfTie[i] === 1) {
      if (hits > hitsAbove) precisions += ((hits - hitsAbove) * hits) / (hits + flops);
      hitsAbove = hits;
    }
    if (i === predictedHits - 1) {
      tp = hits;
      fp = flops;
    }
  }
  const rows = hits + flops;
  for (let b = 0; b < gaps.length; b++) gaps[b] /= rows;
  return {
    accuracy: (tp + flops - fp) / rows,
    f1: (2 * tp) / (tp + fp + hits),
    precision: tp / (tp + fp),
    recall: tp / hits,
    averagePrecision: precisions / hits,
    logLoss: sumLoss / rows,
    brier: sumSquares / rows,
    gaps,
    confusion: {tp, fp, fn: hits - tp, tn: flops - fp}
  };
}
