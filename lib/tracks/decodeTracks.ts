import type {TracksData} from "../wire/TracksData.js";
import {readArrowRow} from "./readArrowRow.js";
import {unpackColumns} from "./unpackColumns.js";

const ID = 22; // digits of Spotify's ids

/**
 * Reads what encodeTracks wrote, the same to the bit.
 *
 * @throws RangeError if the bytes are anything else
 */
export function decodeTracks(bytes: Uint8Array): TracksData {
  const row = readArrowRow("decodeTracks", bytes, "trackoracle-tracks-wire/1");
  const {names, columns, length} = unpackColumns(row);
  const features = names.length - 2;
  const ids = row.ids as string;
  return {
    ids: Array.from({length}, (_, i) => ids.slice(ID * i, ID * (i + 1)).trim()),
    X: {names: names.slice(0, features), columns: columns.slice(0, features), length},
    p: columns[features],
    label: Uint8Array.from(columns[features + 1])
  };
}
