import {binOfProbability} from "./binOfProbability.js";
import {rankRows} from "./rankRows.js";
import {rowLogLoss} from "./rowLogLoss.js";

/** Bins of the expected calibration error. */
export const CALIBRATION_BINS = 15;

/** Rows by falling p with all that metrics sum over them, computed once and weighted many times. */
export interface RankedPredictions {
  readonly hit: Uint8Array; // outcome
  readonly group: Int32Array; // number of the row's group
  readonly loss: Float64Array; // nats
  readonly squaredError: Float64Array;
  readonly gap: Float64Array; // y - p
  readonly bin: Uint8Array; // of p, of CALIBRATION_BINS
  readonly lastOfTie: Uint8Array; // 1 where the next row has another p
  readonly predictedHits: number; // rows with p at or above the threshold: the first ones
}

/** Sorts rows by falling p and computes each row's share of every metric. */
export function rankedPredictions(
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  group: ArrayLike<number>,
  threshold: number
): RankedPredictions {
  const n = y.length;
  const ranked = {
    hit: new Uint8Array(n),
    group: new Int32Array(n),
    loss: new Float64Array(n),
    squaredError: new Float64Array(n),
    gap: new Float64Array(n),
    bin: new Uint8Array(n),
    lastOfTie: new Uint8Array(n),
    predictedHits: 0
  };
  const rows = rankRows(p);
  for (let i = 0; i < n; i++) {
    const row = rows[i];
    ranked.hit[i] = y[row];
    ranked.group[i] = group[row];
    ranked.loss[i] = rowLogLoss(y[row], p[row]);
    ranked.squaredError[i] = (p[row] - y[row]) ** 2;
    ranked.gap[i] = y[row] - p[row];
    ranked.bin[i] = binOfProbability(p[row], CALIBRATION_BINS);
    ranked.lastOfTie[i] = i === n - 1 || p[rows[i + 1]] !== p[row] ? 1 : 0;
    if (p[row] >= threshold) ranked.predictedHits++;
  }
  return ranked;
}
