/**
 * CRC-32 of bytes: every change of one bit, and of up to 32 neighbouring ones, changes it.
 *
 * Polynomial 0x04C11DB7, bits reflected, started from and finished by all ones; of "123456789" it is 0xcbf43926.
 *
 * @returns an unsigned 32-bit number
 * @see ISO 3309 and ITU-T V.42, 8.1.1.6.2; the check value is that of Williams 1993, A painless guide to CRC error detection
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
