import type {Biquad} from "./Biquad.js";
import {biquadPower} from "./biquadPower.js";

// The analogue filters behind the coefficients that the standard gives for 48 kHz.
const SHELF = {
  hz: 1681.974450955533,
  q: 0.7071752369554196,
  gain: 10 ** (3.999843853973347 / 20),
  bend: 0.4996667741545416
};
const PASS = {hz: 38.13547087602444, q: 0.5003270373238773};
const STANDARD_HZ = 48_000;

/**
 * The two filters of K-weighting, for any sampling rate: a shelf for the head, then a high pass.
 *
 * The bilinear transform, pre-warped at each filter's own frequency, gives the standard's numbers at 48 kHz. It squeezes
 * all of the spectrum below half the rate, which at 8 kHz takes .2 dB off 1 kHz; below 32 kHz the shelf therefore has
 * its zeros placed so that its gain is the 48 kHz filter's at 0, at 1 kHz and at half the rate (within .05 dB between).
 *
 * @param sampleRateHz in Hz, 8,000 or more
 * @returns the shelf and the high pass, to be applied one after the other
 * @see ITU-R BS.1770-4 (2015), annex 1, tables 1 and 2
 * @see Mansbridge, Finn and Reiss 2012, AES 133, for the filters' analogue form
 * @see Vicanek 2016, Matched second order digital filters
 */
export function kWeighting(sampleRateHz: number): readonly [Biquad, Biquad] {
  return [sampleRateHz < 32_000 ? matchedShelf(sampleRateHz) : bilinearShelf(sampleRateHz), highPass(sampleRateHz)];
}

const warped = (hz: number, sampleRateHz: number) => Math.tan((Math.PI * hz) / sampleRateHz);

function bilinearShelf(sampleRateHz: number): Biquad {
  const {hz, q, gain, bend} = SHELF;
  const k = warped(hz, sampleRateHz);
  const middle = (gain ** bend * k) / q;
  const scale = 1 + k / q + k * k;
  return {
    b0: (gain + middle + k * k) / scale,
    b1: (2 * (k * k - gain)) / scale,
    b2: (gain - middle + k * k) / scale,
    a1: (2 * (k * k - 1)) / scale,
    a2: (1 - k / q + k * k) / scale
  };
}

/** Poles where the analogue filter has them, zeros by the gain at three frequencies. */
function matchedShelf(sampleRateHz: number): Biquad {
  const damping = 1 / (2 * SHELF.q);
  const turn = (2 * Math.PI * SHELF.hz) / sampleRateHz;
  const a1 = -2 * Math.exp(-damping * turn) * Math.cos(Math.sqrt(1 - damping * damping) * turn);
  const a2 = Math.exp(-2 * damping * turn);
  const standard = bilinearShelf(STANDARD_HZ);
  const power = (hz: number) => biquadPower(standard, hz / STANDARD_HZ);
  const atZero = 1 + a1 + a2;
  const atHalf = (1 - a1 + a2) * Math.sqrt(power(sampleRateHz / 2));
  const s = Math.sin((Math.PI * 1000) / sampleRateHz) ** 2;
  const c = 1 - s;
  const below = biquadPower({b0: 1, b1: 0, b2: 0, a1, a2}, 1000 / sampleRateHz);
  const product = (power(1000) / below - atZero ** 2 * c - atHalf ** 2 * s) / (4 * s * c); // −4 b0 b2
  const sum = (atZero + atHalf) / 2; // b0 + b2
  const b0 = (sum + Math.sqrt(sum * sum + product)) / 2;
  return {b0, b1: (atZero - atHalf) / 2, b2: -product / (4 * b0), a1, a2};
}

/** The standard's numerator is 1, −2, 1, which gains .04 dB at 48 kHz; that gain is kept at other rates. */
function highPass(sampleRateHz: number): Biquad {
  const denominator = (k: number) => 1 + k / PASS.q + k * k;
  const k = warped(PASS.hz, sampleRateHz);
  const scale = denominator(k);
  const b0 = denominator(warped(PASS.hz, STANDARD_HZ)) / scale;
  return {b0, b1: -2 * b0, b2: b0, a1: (2 * (k * k - 1)) / scale, a2: (1 - k / PASS.q + k * k) / scale};
}
