import type {Biquad} from "./Biquad.js";

/**
 * What a filter does to the power of a tone: |H|², from its coefficients.
 *
 * @param filter the filter
 * @param turn frequency over sampling rate, in [0, .5]
 * @returns power out over power in, 0 or more
 */
export function biquadPower({b0, b1, b2, a1, a2}: Biquad, turn: number): number {
  const s = Math.sin(Math.PI * turn) ** 2;
  const c = 1 - s;
  const along = (b0 + b1 + b2) ** 2 * c + (b0 - b1 + b2) ** 2 * s - 16 * b0 * b2 * s * c;
  return along / ((1 + a1 + a2) ** 2 * c + (1 - a1 + a2) ** 2 * s - 16 * a2 * s * c);
}
