import type {Design} from "./types.js";

/**
 * A column of ones and the given columns, row by row.
 *
 * @param rows which rows of the columns, in this order, each as often as it is named
 */
export function designOf(columns: readonly Float64Array[], rows: Int32Array): Design {
  const width = columns.length + 1;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    values[i * width] = 1;
    columns.forEach((column, j) => (values[i * width + j + 1] = column[row]));
  });
  return {values, width};
}
