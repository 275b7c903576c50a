const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"; // Spotify's order
const LENGTH = 22;
export const SONG_ID_BYTES = 17; // 62²² < 256¹⁷

/** The bytes of a track's id of Spotify, 22 base-62 digits; undefined if it is none. */
export function bytesOfSongId(id: string): Uint8Array | undefined {
  if (!/^[0-9a-zA-Z]{22}$/.test(id)) return undefined;
  let number = 0n;
  for (const digit of id) number = number * 62n + BigInt(DIGITS.indexOf(digit));
  const bytes = new Uint8Array(SONG_ID_BYTES);
  for (let i = SONG_ID_BYTES - 1; i >= 0; i--, number >>= 8n) bytes[i] = Number(number & 255n);
  return bytes;
}

/** The id of such bytes; undefined if they are none. */
export function songIdOfBytes(bytes: Uint8Array): string | undefined {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let id = "";
  for (let i = 0; i < LENGTH; i++, number /= 62n) id = DIGITS[Number(number % 62n)] + id;
  return number === 0n && bytes.length === SONG_ID_BYTES ? id : undefined;
}
