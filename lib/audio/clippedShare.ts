const FULL_SCALE = 32_767 / 32_768 - 1e-6; // the most that 16 bits hold

/**
 * How much of a channel is cut off: samples at full scale, three or more in a row.
 *
 * One or two at full scale are the top of a wave that fits. A very low tone at full scale may count though it is whole.
 *
 * @param channel samples
 * @param from first sample to count; those next to the stretch still tell whether it is three in a row
 * @param to sample behind the last, more than `from`
 * @returns share in [0, 1]
 */
export function clippedShare(channel: Float32Array, from = 0, to = channel.length): number {
  const full = (i: number) => Math.abs(channel[i]) >= FULL_SCALE; // false beyond the ends
  let clipped = 0;
  for (let i = from; i < to; i++) {
    if (channel[i] < FULL_SCALE && channel[i] > -FULL_SCALE) continue;
    const [before, after] = [full(i - 1), full(i + 1)];
    if ((before && after) || (before && full(i - 2)) || (after && full(i + 2))) clipped++;
  }
  return clipped / (to - from);
}
