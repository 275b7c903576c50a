/**
 * Hits and flops of each genre.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param genre number of each row's genre, 0 .. genres - 1
 */
export function genreCounts(
  y: Uint8Array,
  genre: Int32Array,
  genres: number
): {readonly hits: Int32Array; readonly flops: Int32Array} {
  const [hits, flops] = [new Int32Array(genres), new Int32Array(genres)];
  genre.forEach((g, row) => (y[row] === 1 ? hits : flops)[g]++);
  return {hits, flops};
}
