/** The values at which a model is asked about a feature. */
export interface EffectGrid {
  readonly x: readonly number[]; // ascending, as they stand in the column
  readonly levels: boolean; // every known value of the column is there
}

export interface GridOptions {
  readonly points?: number; // wanted of a column of many values, at least 2
}

const MOST_LEVELS = 13; // the keys and one more
const TRIES = 10;

/**
 * Picks the values at which a feature is asked: all of them if they are few, else about evenly spaced quantiles.
 *
 * Quantiles are values of the column, from its 1 % to its 99 % one, so that each stands for about as many rows; where
 * many rows share a value, more quantiles are taken until enough differ, up to ten times as many.
 *
 * @param column n values; NaN is missing and not counted
 * @returns no values if none is known
 * @throws RangeError if points is not an integer of at least 2
 */
export function effectGrid(column: Float32Array, {points = 20}: GridOptions = {}): EffectGrid {
  if (!Number.isInteger(points) || points < 2) throw new RangeError(`effectGrid requires points >= 2; got ${points}`);
  const sorted = column.filter((x) => !Number.isNaN(x)).sort();
  const values = [...new Set(sorted)];
  if (values.length <= MOST_LEVELS) return {x: values, levels: true};
  let x: number[] = [];
  for (let asked = points; asked <= TRIES * points && x.length < points; asked++) {
    const shares = Array.from({length: asked}, (_, k) => 0.01 + (0.98 * k) / (asked - 1));
    x = [...new Set(shares.map((share) => sorted[Math.round(share * (sorted.length - 1))]))];
  }
  return {x, levels: false};
}
