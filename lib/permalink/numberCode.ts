/**
 * A number is written as a varint, its code: the lowest three bits are its decimals d, the others a whole number m in
 * zigzag (0, −1, 1, −2, ...), and the number is m / 10ᵈ. Seven decimals stand for what is no short decimal.
 *
 * @see Protocol Buffers, Encoding: varints and ZigZag
 */
export const UNKNOWN = 7; // NaN
export const RAW = 15; // the number itself follows, as typed arrays hold it
export const MOST_DECIMALS = 6;

export const codeOfDecimal = (whole: number, decimals: number): number =>
  8 * (whole < 0 ? -2 * whole - 1 : 2 * whole) + decimals;

/** The number of a code with up to six decimals. */
export function decimalOfCode(code: number): number {
  const zigzag = Math.floor(code / 8);
  return (zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2) / 10 ** (code % 8);
}
