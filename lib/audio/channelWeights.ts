/** Channels in the order of a WAV file, of a decoded AAC or FLAC, and of the Web Audio API. LFE counts nothing. */
const WEIGHTS: readonly (readonly number[])[] = [
  [1], // mono
  [1, 1], // left, right
  [1, 1, 1], // and centre
  [1, 1, 1.41, 1.41], // left, right, two surround
  [1, 1, 1, 1.41, 1.41], // 5.0
  [1, 1, 1, 0, 1.41, 1.41] // 5.1: left, right, centre, LFE, two surround
];

/**
 * How much each channel counts in loudness: surround 1.41, LFE nothing, all others 1.
 *
 * @param count of channels, 1 to 6
 * @returns a weight a channel
 * @throws RangeError for more channels, whose places are not told by their number
 * @see ITU-R BS.1770-4 (2015), annex 1, table 3
 */
export function channelWeights(count: number): readonly number[] {
  const weights = WEIGHTS[count - 1];
  if (weights === undefined) throw new RangeError(`channelWeights expected 1 to 6 channels; got ${count}`);
  return weights;
}
