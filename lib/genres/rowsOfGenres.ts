/**
 * Row numbers of each genre, ascending.
 *
 * @param genre number of each row's genre, 0 .. genres - 1
 */
export function rowsOfGenres(genre: Int32Array, genres: number): Int32Array[] {
  const sizes = new Int32Array(genres);
  for (const g of genre) sizes[g]++;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  genre.forEach((g, row) => (rows[g][sizes[g]++] = row));
  return rows;
}
