import {rankRows} from "./rankRows.js";

/** For every distinct p, falling: how many hits and flops lie at or above it. */
export interface ThresholdCounts {
  readonly threshold: readonly number[]; // distinct p, falling
  readonly tp: readonly number[]; // hits at or above; the last is all of them
  readonly fp: readonly number[]; // flops at or above
}

/**
 * Counts hits and flops at or above every distinct p, which all ranking metrics and curves are drawn from.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; checked by the caller
 */
export function thresholdCounts(y: ArrayLike<number>, p: ArrayLike<number>): ThresholdCounts {
  const threshold: number[] = [];
  const tp: number[] = [];
  const fp: number[] = [];
  let hits = 0;
  let seen = 0;
  for (const row of rankRows(p)) {
    hits += y[row];
    seen++;
    if (p[row] !== threshold.at(-1)) threshold.push(p[row]);
    tp[threshold.length - 1] = hits;
    fp[threshold.length - 1] = seen - hits;
  }
  return {threshold, tp, fp};
}
