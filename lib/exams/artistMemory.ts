/**
 * The cheating baseline: an artist's mean label in training, the base rate for an artist never seen.
 *
 * p = (hits of the artist + m b) / (tracks of the artist + m), with b the base rate and m the smoothing
 *
 * @param trainArtists n numbers, one an artist
 * @param trainLabels n values, each 0 or 1
 * @param testArtists the artists to be judged
 * @returns probabilities of 1 in [0, 1], one a test row
 * @throws RangeError if n is 0, the lengths differ, or smoothing is not positive
 */
export function artistMemory(
  trainArtists: ArrayLike<number>,
  trainLabels: ArrayLike<number>,
  testArtists: ArrayLike<number>,
  {smoothing = 1}: {smoothing?: number} = {}
): Float64Array {
  const n = trainArtists.length;
  if (n === 0) throw new RangeError("artistMemory requires at least one training row; got none");
  if (trainLabels.length !== n) {
    throw new RangeError(`artistMemory requires equal lengths; got artists ${n}, labels ${trainLabels.length}`);
  }
  if (!(smoothing > 0)) throw new RangeError(`artistMemory requires positive smoothing; got ${smoothing}`);
  const known = new Map<number, {hits: number; tracks: number}>();
  let hits = 0;
  for (let i = 0; i < n; i++) {
    const artist = known.get(trainArtists[i]) ?? {hits: 0, tracks: 0};
    artist.hits += trainLabels[i];
    artist.tracks++;
    hits += trainLabels[i];
    known.set(trainArtists[i], artist);
  }
  const baseRate = hits / n;
  return Float64Array.from(testArtists, (number) => {
    const artist = known.get(number) ?? {hits: 0, tracks: 0};
    return (artist.hits + smoothing * baseRate) / (artist.tracks + smoothing);
  });
}
