import type {Estimate, NoEstimate} from "../metrics/types.js";

/** An AUC as the share of hit-flop pairs ranked right, with a tenth: "88.6 %"; a dash where it is not defined. */
export function rankedPairs({value}: Estimate | NoEstimate): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)}\u00a0%`;
}
