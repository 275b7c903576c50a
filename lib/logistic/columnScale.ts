/** What a column is standardised with. */
export interface ColumnScale {
  readonly median: number; // of the known values; 0 if none is known
  readonly mean: number; // with the median in place of missing values
  readonly deviation: number; // population standard deviation of the same; 1 for a constant column
  readonly constant: boolean;
}

/**
 * Median, mean and standard deviation of a column, missing values counted as the median.
 *
 * @param column n values, n at least 1; NaN is missing
 */
export function columnScale(column: Float32Array): ColumnScale {
  const n = column.length;
  const known = column.filter((x) => !Number.isNaN(x)).sort();
  if (known.length === 0) return {median: 0, mean: 0, deviation: 1, constant: true};
  const middle = known.length >> 1;
  const median = known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
  if (known[0] === known[known.length - 1]) return {median, mean: median, deviation: 1, constant: true};
  let sum = 0;
  for (const x of column) sum += Number.isNaN(x) ? median : x;
  const mean = sum / n;
  let squares = 0;
  for (const x of column) squares += ((Number.isNaN(x) ? median : x) - mean) ** 2;
  return {median, mean, deviation: Math.sqrt(squares / n), constant: false};
}
