/** How well each step above the tonic fits a key, by listeners: C, C sharp, D ... of C major, then of C minor. */
const HEARD = {
  major: [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
  minor: [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]
};

/** Shares of the steps in the chords of 200 rock songs. */
const PLAYED = {
  major: [0.231, 0.002, 0.091, 0.004, 0.149, 0.111, 0.004, 0.193, 0.004, 0.126, 0.011, 0.076],
  minor: [0.202, 0.006, 0.102, 0.127, 0.047, 0.113, 0.005, 0.177, 0.046, 0.051, 0.09, 0.034]
};

/**
 * What a key's pitch classes look like, from the tonic up: what listeners expect and what rock songs play, in equal parts.
 *
 * Each is centred and of length 1, so that its product with such a chroma is their correlation. On synthesised songs
 * this mean found the key as often as the better of the two, and oftener than profiles counted in classical music.
 *
 * @see Krumhansl and Kessler 1982, Psychological Review 89(4): probe-tone ratings
 * @see Temperley and de Clercq 2013, Journal of New Music Research 42(3), as printed by Vuvan and Hughes 2021
 */
export const KEY_PROFILES: {readonly major: Float64Array; readonly minor: Float64Array} = {
  major: standardised(mean(standardised(HEARD.major), standardised(PLAYED.major))),
  minor: standardised(mean(standardised(HEARD.minor), standardised(PLAYED.minor)))
};

/** Values less their mean, scaled so that their squares sum to 1; all zero if they are alike. */
export function standardised(values: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(values);
  const middle = result.reduce((sum, value) => sum + value, 0) / result.length;
  const length = Math.sqrt(result.reduce((sum, value) => sum + (value - middle) ** 2, 0));
  return result.map((value) => (length > 1e-12 ? (value - middle) / length : 0));
}

function mean(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => (value + b[i]) / 2);
}
