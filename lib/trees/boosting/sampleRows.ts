/**
 * Parts all rows into a sample and the others, each row by its own draw, both ascending.
 *
 * @param sampled receives the sample
 * @param others receives the rest; both have room for one row more than there are
 * @param n rows
 * @param share probability of a row to be sampled, in (0, 1], to the nearest 1/65,536
 * @param random uniform source in [0, 1) with 32 bits; one draw serves two rows
 * @returns size of the sample; where no row was drawn, all are
 */
export function sampleRows(
  sampled: Int32Array,
  others: Int32Array,
  n: number,
  share: number,
  random: () => number
): number {
  const limit = Math.round(share * 65536);
  let size = 0;
  let bits = 0;
  for (let i = 0; i < n; i++) {
    bits = (i & 1) === 0 ? (random() * 4294967296) | 0 : bits >>> 16;
    const inside = ((bits & 65535) - limit) >>> 31; // without a branch
    sampled[size] = i;
    others[i - size] = i;
    size += inside;
  }
  if (size > 0) return size;
  for (let i = 0; i < n; i++) sampled[i] = i;
  return n;
}
