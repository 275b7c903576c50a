import {InputError} from "../csv/InputError.js";

/** How files that are no text begin, and what to do instead. */
const KINDS: readonly (readonly [start: readonly number[], got: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "an image (PNG)"],
  [[0xff, 0xd8, 0xff], "an image (JPEG)"],
  [[0x47, 0x49, 0x46, 0x38], "an image (GIF)"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x50, 0x4b, 0x03, 0x04], "a spreadsheet or a ZIP archive (save the sheet as CSV, UTF-8)"],
  [[0x1f, 0x8b], "a compressed file (unpack it first)"],
  [[0xff, 0xfe], "UTF-16 text (save it as UTF-8)"],
  [[0xfe, 0xff], "UTF-16 text (save it as UTF-8)"]
];

/**
 * Refuses what is no CSV by its first bytes.
 *
 * @throws InputError saying what it is instead
 */
export function refuseBinary(first: Uint8Array, file: string): void {
  const kind = KINDS.find(([start]) => start.every((byte, k) => first[k] === byte));
  const got = kind ? kind[1] : first.includes(0) ? "binary data" : undefined;
  if (got !== undefined) throw new InputError(`expected CSV text; got ${got}`, {file});
}
