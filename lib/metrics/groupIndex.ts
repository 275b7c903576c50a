/**
 * Numbers groups 0, 1, 2, ... by first appearance.
 *
 * @param groups a name or id a row; 1 and "1" are two groups
 * @returns index: the number of each row's group; count: how many groups there are
 */
export function groupIndex(groups: ArrayLike<string | number>): {index: Int32Array; count: number} {
  const numbers = new Map<string | number, number>();
  const index = new Int32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const known = numbers.get(groups[i]);
    index[i] = known ?? numbers.size;
    if (known === undefined) numbers.set(groups[i], numbers.size);
  }
  return {index, count: numbers.size};
}
