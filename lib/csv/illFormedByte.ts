/**
 * Where bytes stop being UTF-8: the first byte of the first character that is ill-formed or cut off.
 *
 * @param bytes that begin with a whole character
 * @returns its place; -1 if all is well
 * @see The Unicode Standard 15, table 3-7, Well-Formed UTF-8 Byte Sequences
 */
export function illFormedByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = lengthFrom(bytes[at]);
    for (let k = 1; k < length; k++) {
      const [low, high] = k === 1 ? secondRange(bytes[at]) : [0x80, 0xbf];
      if (!(bytes[at + k] >= low && bytes[at + k] <= high)) return at;
    }
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** How many bytes a character has that starts with this one; 0 where none does. */
function lengthFrom(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** Shorter forms exist of what lies below, surrogates and what is past the last character are none. */
function secondRange(first: number): readonly [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
