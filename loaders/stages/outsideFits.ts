import {CannotFit} from "../../lib/CannotFit.js";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {fitShares, type SharesOptions} from "../../lib/trees/fitShares.js";
import {roundTrees} from "../../lib/trees/roundTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {maskedInputs} from "./outsideMasks.js";

/** What the trees for a song from outside learn from: one row a clean track. */
export interface OutsideRows {
  readonly inputs: Columns; // see OutsideInputs
  readonly label: Uint8Array; // 1 hit, 0 flop
  readonly artist: Int32Array;
}

/** Trees that tell a hit from whatever is known; null where the rows hold too little. */
export const fitKnown = ({inputs, label, artist}: OutsideRows, boosted: BoostedOptions): TreeEnsemble | null =>
  attempt(() => fitBoosted(maskedInputs(inputs, boosted.seed), label, {...boosted, groups: artist}));

/**
 * Trees that estimate a feature from whatever is known.
 *
 * @param values of the feature, one a row; rows where it is unknown are left out
 * @returns null where the rows hold too little
 */
export function fitEstimate(inputs: Columns, values: Float32Array, boosted: SharesOptions): TreeEnsemble | null {
  const rows = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const masked = takeRows(maskedInputs(inputs, boosted.seed), rows);
  return attempt(() => fitShares(masked, takeValues(values, rows), boosted));
}

/** What was fitted, rounded as it is shipped; null where the rows hold too little. */
export function attempt(fit: () => TreeEnsemble): TreeEnsemble | null {
  try {
    return roundTrees(fit());
  } catch (error) {
    if (error instanceof CannotFit) return null;
    throw error;
  }
}
