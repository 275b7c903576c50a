export const MOST_PLAYERS = 20; // features of a game whose 2^20 values fit 8 megabytes

/**
 * Room for a number of each coalition of a row's features: index S is the coalition of the bits of S.
 *
 * @param caller name of the function that complains
 * @returns 2^features zeros
 * @throws RangeError if there are more than 20 features
 */
export function emptyGame(caller: string, features: number): Float64Array {
  if (features > MOST_PLAYERS)
    throw new RangeError(`${caller} requires at most ${MOST_PLAYERS} features; got ${features}`);
  return new Float64Array(2 ** features);
}
