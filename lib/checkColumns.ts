import type {Columns} from "./columns.js";

/**
 * Refuses an X that no model can be fitted to or asked about; NaN is fine, it means missing.
 *
 * @param caller name of the function that complains
 * @throws RangeError if X has no columns, names and columns do not match, a column is not as long as X, or a value is
 *   infinite
 */
export function checkColumns(caller: string, X: Columns): void {
  const {names, columns, length} = X;
  if (columns.length === 0 || names.length !== columns.length) {
    throw new RangeError(`${caller} requires a name for each column; got ${names.length} for ${columns.length}`);
  }
  columns.forEach((column, j) => {
    if (column.length !== length) {
      throw new RangeError(`${caller} requires ${length} values a column; got ${column.length} in "${names[j]}"`);
    }
    const row = column.findIndex((x) => x === Infinity || x === -Infinity);
    if (row >= 0) {
      throw new RangeError(`${caller} requires finite values; got ${column[row]} in "${names[j]}" at row ${row}`);
    }
  });
}
