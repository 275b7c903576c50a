/**
 * Parts all rows into a sample and the others, the rows of a group together, each group by its own draw.
 *
 * A tree that never saw a group's rows cannot be fitted to what is the group's own, such as an artist's sound.
 *
 * @param sampled receives the sample, ascending
 * @param others receives the rest, ascending; both have room for one row more than there are
 * @param group number of each row's group, from 0
 * @param drawn scratch space, one value a group
 * @param share probability of a group to be sampled, in (0, 1]
 * @param random uniform source in [0, 1)
 * @returns size of the sample; where no group was drawn, all are
 */
export function sampleGroups(
  sampled: Int32Array,
  others: Int32Array,
  group: Int32Array,
  drawn: Uint8Array,
  share: number,
  random: () => number
): number {
  let some = 0;
  for (let g = 0; g < drawn.length; g++) some |= drawn[g] = Number(random() < share);
  if (some === 0) drawn.fill(1);
  let size = 0;
  for (let i = 0; i < group.length; i++) {
    sampled[size] = i;
    others[i - size] = i;
    size += drawn[group[i]];
  }
  return size;
}
