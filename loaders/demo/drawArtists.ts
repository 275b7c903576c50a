/**
 * Deals tracks to artists: each artist's number of tracks is drawn from quantiles, until all tracks have one.
 *
 * @param tracks how many to deal
 * @param quantiles of tracks an artist, evenly spaced from the minimum to the maximum, each 1 or more
 * @returns each track's artist, counting from 0; ascending
 */
export function drawArtists(tracks: number, quantiles: readonly number[], random: () => number): Int32Array {
  const artistOf = new Int32Array(tracks);
  for (let i = 0, artist = 0; i < tracks; artist++) {
    const at = random() * (quantiles.length - 1);
    const k = Math.floor(at);
    const size = Math.max(1, Math.round(quantiles[k] + (at - k) * (quantiles[k + 1] - quantiles[k])));
    artistOf.fill(artist, i, i + size);
    i += size;
  }
  return artistOf;
}
