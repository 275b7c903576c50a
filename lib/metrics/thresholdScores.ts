import type {ThresholdCounts} from "../wire/ModelsData.js";

/** What is assumed where the calls are made. */
export interface CallingOptions {
  readonly baseRate?: number; // share of hits in (0, 1); without, that of the rows counted
  readonly falseHitCost?: number; // of a flop called a hit, at least 0, in any unit
  readonly missedHitCost?: number; // of a hit called a flop, at least 0, in the same unit
}

/** What calling every track with p at or above a threshold a hit comes to. */
export interface ThresholdScore {
  readonly threshold: number; // 0, .01, .. 1
  readonly precision: number | null; // null where nothing is called
  readonly recall: number | null; // null without hits
  readonly accuracy: number | null; // this and what follows null with one class
  readonly f1: number | null;
  readonly youden: number | null; // recall less the share of flops called, in [-1, 1]; 0 is chance
  readonly costPer100: number | null; // expected, of 100 tracks
}

/**
 * How calls at each threshold do, as if hits were as common as assumed: hits and flops are weighted to that share.
 *
 * With r the share of hits called, f the share of flops called and b the base rate: precision b r / (b r + (1 − b) f),
 * accuracy b r + (1 − b)(1 − f), F1 2 b r / (b r + (1 − b) f + b), Youden's J r − f,
 * cost 100 ((1 − b) f · falseHitCost + b (1 − r) · missedHitCost)
 *
 * @param counts of hits and flops at or above the thresholds 0, .01, .. 1; the first are all of them
 * @returns one score a threshold
 * @throws RangeError if the base rate is not in (0, 1) or a cost is negative or not finite
 * @see Youden 1950, Cancer 3(1); costs and base rates: Elkan 2001, IJCAI 17
 */
export function thresholdScores(
  {tp, fp}: ThresholdCounts,
  {baseRate, falseHitCost = 1, missedHitCost = 1}: CallingOptions = {}
): ThresholdScore[] {
  if (baseRate !== undefined && !(baseRate > 0 && baseRate < 1)) {
    throw new RangeError(`thresholdScores requires a base rate in (0, 1); got ${baseRate}`);
  }
  for (const cost of [falseHitCost, missedHitCost]) {
    if (!(cost >= 0 && cost < Infinity))
      throw new RangeError(`thresholdScores requires costs of at least 0; got ${cost}`);
  }
  const [hits, flops] = [tp[0], fp[0]];
  const b = baseRate ?? hits / (hits + flops);
  return tp.map((_, t) => {
    const threshold = t / 100;
    const recall = hits === 0 ? null : tp[t] / hits;
    if (recall === null || flops === 0) {
      return {threshold, precision: null, recall, accuracy: null, f1: null, youden: null, costPer100: null};
    }
    const falseHits = (1 - b) * (fp[t] / flops); // shares of all tracks
    const trueHits = b * recall;
    const called = trueHits + falseHits;
    return {
      threshold,
      precision: called === 0 ? null : trueHits / called,
      recall,
      accuracy: trueHits + (1 - b - falseHits),
      f1: (2 * trueHits) / (called + b),
      youden: recall - fp[t] / flops,
      costPer100: 100 * (falseHits * falseHitCost + (b - trueHits) * missedHitCost)
    };
  });
}
