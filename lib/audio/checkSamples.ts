/**
 * Refuses samples that are no numbers.
 *
 * @param channel samples
 * @param name of the channel, for the error
 * @param from first sample to look at
 * @param to sample behind the last
 * @throws RangeError naming the first that is NaN or infinite
 */
export function checkSamples(channel: Float32Array, name: string, from = 0, to = channel.length): void {
  let odd = 0; // becomes NaN with the first sample that is no number
  for (let i = from; i < to; i++) odd += channel[i] * 0;
  if (odd === 0) return;
  const at = channel.findIndex((sample) => !Number.isFinite(sample));
  throw new RangeError(`expected samples that are numbers; got ${channel[at]} at sample ${at} of ${name}`);
}
