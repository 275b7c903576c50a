import {columnFromArray, tableFromColumns, tableToIPC, utf8} from "@uwdata/flechette";
import type {TracksData} from "../wire/TracksData.js";
import {packColumns} from "./packColumns.js";

const NO_ID = " ".repeat(22);

/**
 * Packs the tracks for the page: an Arrow IPC stream of one row, to be served compressed. Nothing is lost.
 *
 * Besides the columns of packColumns, of which the last two are p and label, it holds the ids as one text, 22 spaces
 * where there is none. Compressed, an id takes hardly more than the 16 bytes that are in it.
 *
 * @throws RangeError if an id is neither of 22 digits of base 62 nor ""
 */
export function encodeTracks({ids, X, label, p}: TracksData): Uint8Array {
  const odd = ids.find((id) => !/^([0-9a-zA-Z]{22})?$/.test(id));
  if (odd !== undefined) throw new RangeError(`encodeTracks requires ids of 22 digits of base 62; got "${odd}"`);
  const names = [...X.names, "p", "label"];
  const columns = [...X.columns, p, Float32Array.from(label)];
  const table = tableFromColumns({
    format: columnFromArray(["trackoracle-tracks-wire/1"], utf8()),
    ...packColumns({names, columns, length: X.length}),
    ids: columnFromArray([ids.map((id) => id || NO_ID).join("")], utf8())
  });
  return tableToIPC(table, {format: "stream"})!;
}
