import type {ThresholdScore} from "./thresholdScores.js";

/** What a threshold may be chosen for. */
export type Criterion = "accuracy" | "f1" | "youden" | "cost";

const ROUNDING = 1e-12; // scores no farther apart are equal

/**
 * The threshold with the highest score, or the least cost; of equals the one nearest .5.
 *
 * Chosen on the rows it is then scored on, it flatters: by little where rows are many.
 *
 * @param scores of thresholdScores
 * @returns null where the criterion is undefined at every threshold
 */
export function bestThreshold(scores: readonly ThresholdScore[], criterion: Criterion): ThresholdScore | null {
  let best: ThresholdScore | null = null;
  let bestGain = -Infinity;
  for (const score of scores) {
    const value = score[criterion === "cost" ? "costPer100" : criterion];
    if (value === null) continue;
    const gain = criterion === "cost" ? -value : value;
    const better = best === null || gain > bestGain + ROUNDING;
    const nearer = best !== null && Math.abs(score.threshold - 0.5) < Math.abs(best.threshold - 0.5);
    if (better || (nearer && gain >= bestGain - ROUNDING)) {
      best = score;
      bestGain = gain;
    }
  }
  return best;
}
