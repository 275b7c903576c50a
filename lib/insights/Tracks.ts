import type {Columns} from "../columns.js";

/** Clean tracks, as findings measure them. */
export interface Tracks {
  readonly X: Columns; // n rows; NaN is missing
  readonly y: Uint8Array; // n outcomes: 1 hit, 0 flop
  readonly artist: Int32Array; // n numbers of artists
}

/** A column by its name; all missing where X has none of that name. */
export function columnOf({X}: Pick<Tracks, "X">, name: string): Float32Array {
  const j = X.names.indexOf(name);
  return j < 0 ? new Float32Array(X.length).fill(NaN) : X.columns[j];
}
