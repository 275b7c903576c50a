import type {Columns} from "../columns.js";

/** Clean tracks, as findings measure them. */
export interface Tracks {
  readonly X: Columns; // n rows; NaN is missing
  readonly y: Uint8Array; // n outcomes: 1 hit, 0 flop
  readonly artist: Int32Array; // n numbers of artists
}
