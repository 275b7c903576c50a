import {binary, columnFromArray, tableFromColumns, tableToIPC, utf8} from "@uwdata/flechette";
import type {TracksData} from "../wire/TracksData.js";
import {packColumns} from "./packColumns.js";
import {packIds} from "./spotifyIds.js";

/**
 * Packs the tracks for the page: an Arrow IPC stream of one row, to be served compressed. Nothing is lost.
 *
 * Besides the columns of packColumns, of which the last two are p and label, it holds the ids as packIds packs them.
 */
export function encodeTracks({ids, X, label, p}: TracksData): Uint8Array {
  const names = [...X.names, "p", "label"];
  const columns = [...X.columns, p, Float32Array.from(label)];
  const table = tableFromColumns({
    format: columnFromArray(["trackoracle-tracks-wire/1"], utf8()),
    ...packColumns({names, columns, length: X.length}),
    ids: columnFromArray([packIds(ids)], binary())
  });
  return tableToIPC(table, {format: "stream"})!;
}
