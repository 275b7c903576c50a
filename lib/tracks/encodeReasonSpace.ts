import {columnFromArray, tableFromColumns, tableToIPC, utf8} from "@uwdata/flechette";
import type {ReasonSpace} from "../wire/TracksData.js";
import {packColumns} from "./packColumns.js";

const STEPS_PER_UNIT = 50; // of log-odds

/**
 * Packs contributions for the page, each to the nearest .02 log-odds: an Arrow IPC stream of one row, to be served
 * compressed. One step for all features, since distances add their differences up.
 */
export function encodeReasonSpace({features, phi}: ReasonSpace): Uint8Array {
  const columns = phi.map((column) => column.map((value) => Math.round(value * STEPS_PER_UNIT)));
  const table = tableFromColumns({
    format: columnFromArray(["trackoracle-reasons-wire/1"], utf8()),
    ...packColumns({names: features, columns, length: columns[0]?.length ?? 0}),
    stepsPerLogOdds: columnFromArray([STEPS_PER_UNIT])
  });
  return tableToIPC(table, {format: "stream"})!;
}
