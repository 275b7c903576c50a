import type {ReasonSpace} from "../wire/TracksData.js";
import {readArrowRow} from "./readArrowRow.js";
import {unpackColumns} from "./unpackColumns.js";

/**
 * Reads what encodeReasonSpace wrote.
 *
 * @throws RangeError if the bytes are anything else
 */
export function decodeReasonSpace(bytes: Uint8Array): ReasonSpace {
  const row = readArrowRow("decodeReasonSpace", bytes, "trackoracle-reasons-wire/1");
  const {names, columns} = unpackColumns(row);
  const steps = row.stepsPerLogOdds as number;
  return {features: names, phi: columns.map((column) => column.map((value) => value / steps))};
}
