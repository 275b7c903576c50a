import {CannotFit} from "./CannotFit.js";
import {checkColumns} from "./checkColumns.js";
import type {Columns} from "./columns.js";

/**
 * Refuses rows and outcomes that no model can be fitted to.
 *
 * @param caller name of the function that complains
 * @param X n rows; NaN is missing
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkColumns, and if the lengths differ or y is not of 0 and 1; CannotFit, which is one too, if n
 *   is 0 or y has one class only
 */
export function checkTraining(caller: string, X: Columns, y: ArrayLike<number>): void {
  checkColumns(caller, X);
  if (X.length === 0) throw new CannotFit(`${caller} requires at least one row; got none`);
  if (y.length !== X.length) throw new RangeError(`${caller} requires equal lengths; got X ${X.length}, y ${y.length}`);
  let hits = 0;
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`${caller} requires y of 0 and 1; got ${y[i]} at row ${i}`);
    hits += y[i];
  }
  if (hits === 0 || hits === y.length) {
    throw new CannotFit(`${caller} requires both classes; got ${hits} of 1 in ${y.length} rows`);
  }
}
