/** How many of the ascending values are at or below x; none where x is NaN. */
export function countUpTo(ascending: ArrayLike<number>, x: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle] <= x) from = middle + 1;
    else to = middle;
  }
  return from;
}
