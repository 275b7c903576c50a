import {crc32} from "./crc32.js";
import type {LinkedControl} from "./types.js";

/** Grows when an old page would misread a link; every version starts with it and ends with a CRC-32. */
export const LINK_VERSION = 1;

/** Tells sets of features apart, in three bytes: how many, and 16 bits of their names in order. */
export function featureMark(controls: readonly LinkedControl[]): Uint8Array {
  const crc = crc32(new TextEncoder().encode(controls.map(({name}) => name).join("\n")));
  return Uint8Array.of(controls.length, (crc >>> 8) & 255, crc & 255);
}
