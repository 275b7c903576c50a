import type {TracksData} from "../wire/TracksData.js";
import {readArrowRow} from "./readArrowRow.js";
import {unpackIds} from "./spotifyIds.js";
import {unpackColumns} from "./unpackColumns.js";

/**
 * Reads what encodeTracks wrote, the same to the bit.
 *
 * @throws RangeError if the bytes are anything else
 */
export function decodeTracks(bytes: Uint8Array): TracksData {
  const row = readArrowRow("decodeTracks", bytes, "trackoracle-tracks-wire/1");
  const {names, columns, length} = unpackColumns(row);
  const features = names.length - 2;
  return {
    ids: unpackIds(row.ids as Uint8Array),
    X: {names: names.slice(0, features), columns: columns.slice(0, features), length},
    p: columns[features],
    label: Uint8Array.from(columns[features + 1])
  };
}
