/** How many of the ascending values are below x. */
export function countBelow(ascending: ArrayLike<number>, x: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle] < x) from = middle + 1;
    else to = middle;
  }
  return from;
}
