import type {Estimate, NoEstimate} from "../metrics/types.js";

/** A measured share in percent, with a tenth: "88.6 %"; a dash where it is not defined. Its space does not break. */
export function formatShare({value}: Estimate | NoEstimate): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)}\u00a0%`;
}
