/**
 * What outputs are multiplied by in a step: 0 at random, else what makes up for those on average.
 *
 * @param rate share of zeros, in [0, 1)
 * @param random uniform in [0, 1), advanced by `length` draws
 * @returns length values, each 0 or 1 / (1 − rate)
 * @see Srivastava et al. 2014, Dropout, section 10: scaled in training, so that nothing is in prediction
 */
export function dropoutMask(length: number, rate: number, random: () => number): Float32Array {
  const mask = new Float32Array(length);
  const kept = 1 / (1 - rate);
  for (let i = 0; i < length; i++) if (random() >= rate) mask[i] = kept; // a loop: tens of millions of draws a fit
  return mask;
}
