/** What one drawn row counts in a packed sum; a hit counts 1 more. A double holds both sums exactly. */
export const ROW_UNIT = 134217728; // 2^27

const MOST_DRAWS = 127; // of one row: what a byte has room for, and no row ever comes near

/** Packed sum of a row, by its byte in `Bag.drawn`. */
export const PACKED = Float64Array.from({length: 256}, (_, drawn) => (drawn >> 1) * (ROW_UNIT + (drawn & 1)));

/** A bootstrap sample of n rows: those that were drawn, and how often. */
export interface Bag {
  readonly rows: Int32Array; // distinct drawn rows, the first `size`; the second half is scratch space
  readonly drawn: Uint8Array; // one a row: 2 × times drawn + label
  size: number;
  total: number; // packed sum of all drawn rows
}

/** Room for bags of n rows. */
export function emptyBag(n: number): Bag {
  return {rows: new Int32Array(2 * n + 2), drawn: new Uint8Array(n), size: 0, total: 0};
}

/**
 * Draws as many rows as there are, with replacement.
 *
 * @param bag receives the rows, ascending
 * @param y outcomes, n values, each 0 or 1
 * @param random uniform in [0, 1), advanced by n draws
 */
export function drawBag(bag: Bag, y: Uint8Array, random: () => number): void {
  const {rows, drawn} = bag;
  const n = y.length;
  drawn.fill(0);
  for (let i = 0; i < n; i++) {
    const row = Math.floor(random() * n);
    drawn[row] += drawn[row] < 2 * MOST_DRAWS ? 2 : 0;
  }
  bag.size = 0;
  bag.total = 0;
  for (let row = 0; row < n; row++) {
    rows[bag.size] = row;
    bag.size += Number(drawn[row] > 0);
    drawn[row] += y[row];
    bag.total += PACKED[drawn[row]];
  }
}
