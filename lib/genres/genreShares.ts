const PRIOR_ROWS = 20; // that every genre is given at the share of all

/**
 * Share of hits in each genre, drawn to that of all: a number that trees can tell genres by.
 *
 * (hits_g + 20 q) / (n_g + 20), q the share of all rows
 *
 * @param y outcomes, n values, each 0 or 1, n at least 1
 * @param genre number of each row's genre, 0 .. genres - 1
 * @returns a share in [0, 1] for each genre, those without rows as well
 * @see Micci-Barreca 2001, SIGKDD Explorations 3(1)
 */
export function genreShares(y: Uint8Array, genre: Int32Array, genres: number): Float64Array {
  const all = y.reduce((sum, label) => sum + label, 0) / y.length;
  const shares = new Float64Array(genres);
  const rows = new Float64Array(genres);
  genre.forEach((g, row) => {
    shares[g] += y[row];
    rows[g]++;
  });
  return shares.map((hits, g) => (hits + PRIOR_ROWS * all) / (rows[g] + PRIOR_ROWS));
}
