import {bytePlanes, joinPlanes} from "../bytePlanes.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LENGTH = 22; // digits of base 62 that write 128 bits: the first is 0 to 7
const GROUPS = [[0, 2], [2, 7], [7, 12], [12, 17], [17, 22]] as const; // prettier-ignore
const BYTES = [2, 4, 4, 4, 4]; // that 62 to the length of a group fits in
const NONE = 62 ** 2; // as the first group

/**
 * Packs Spotify's ids: digits of base 62 in groups of two and then five, each a whole number in byte planes. Compressed,
 * an id takes hardly more than its 16 bytes.
 *
 * @param ids each of 22 digits, or "" where there is none
 * @throws RangeError at anything else
 */
export function packIds(ids: readonly string[]): Uint8Array {
  const digits = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
  const whole = (id: string, from: number, to: number) => {
    let value = 0;
    for (let k = from; k < to; k++) value = 62 * value + digits.get(id[k])!;
    return value;
  };
  const odd = ids.find((id) => id !== "" && !/^[0-9a-zA-Z]{22}$/.test(id));
  if (odd !== undefined) throw new RangeError(`packIds requires ids of ${LENGTH} digits of base 62; got "${odd}"`);
  const parts = GROUPS.map(([from, to], g) =>
    bytePlanes(
      Uint32Array.from(ids, (id) => (id === "" ? (g === 0 ? NONE : 0) : whole(id, from, to))),
      BYTES[g]
    )
  );
  const packed = new Uint8Array(18 * ids.length);
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** The ids that packIds packed. */
export function unpackIds(packed: Uint8Array): string[] {
  const n = packed.length / 18;
  let at = 0;
  const groups = BYTES.map((bytes) => joinPlanes(packed.subarray(at, (at += bytes * n)), bytes));
  const pairs = Array.from({length: NONE}, (_, value) => DIGITS[Math.floor(value / 62)] + DIGITS[value % 62]);
  const five = (value: number) => DIGITS[Math.floor(value / 62 ** 4)] + pairs[Math.floor(value / NONE) % NONE] + pairs[value % NONE]; // prettier-ignore
  const [first, ...rest] = groups;
  return Array.from(first, (value, i) =>
    value === NONE ? "" : pairs[value] + five(rest[0][i]) + five(rest[1][i]) + five(rest[2][i]) + five(rest[3][i])
  );
}
