/**
 * X as the whole project passes it: one `Float32Array` a column, NaN for a missing value.
 *
 * `names[j]` names `columns[j]`; every column holds `length` values.
 */
export interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly Float32Array[];
  readonly length: number;
}

/**
 * Picks columns by name, in the order asked for, without copying values.
 *
 * @throws RangeError if a name is not a column of X
 */
export function selectColumns(X: Columns, names: readonly string[]): Columns {
  const columns = names.map((name) => {
    const j = X.names.indexOf(name);
    if (j < 0) throw new RangeError(`selectColumns requires a column "${name}"; got ${X.names.join(", ")}`);
    return X.columns[j];
  });
  return {names, columns, length: X.length};
}

/** Copies the rows whose indices are given, in that order. */
export function takeRows(X: Columns, rows: ArrayLike<number>): Columns {
  const columns = X.columns.map((column) => takeValues(column, rows));
  return {names: X.names, columns, length: rows.length};
}

/** Copies the values at the indices given, in that order; the result has the type of `values`. */
export function takeValues<T extends Float32Array | Float64Array | Uint8Array | Int32Array>(
  values: T,
  rows: ArrayLike<number>
): T {
  const taken = new (values.constructor as new (n: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
  return taken;
}
