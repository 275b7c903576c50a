/**
 * How many players a game has, from the values of all its coalitions.
 *
 * @param caller name of the function that complains
 * @param values 2^n numbers; at index S the coalition of the bits of S
 * @throws RangeError if there are not 2^n values
 */
export function playersOf(caller: string, values: ArrayLike<number>): number {
  const players = Math.log2(values.length);
  if (!Number.isInteger(players)) throw new RangeError(`${caller} requires 2^n values; got ${values.length}`);
  return players;
}
