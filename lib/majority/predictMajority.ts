import {checkColumns} from "../checkColumns.js";
import {type Columns, selectColumns} from "../columns.js";
import type {MajorityModel} from "./types.js";

/**
 * The base rate for every row.
 *
 * @param X n rows; the model's features are picked by name
 * @returns probabilities of 1, n values in (0, 1)
 * @throws RangeError if a feature of the model is not a column of X, or as checkColumns
 */
export function predictMajority(model: MajorityModel, X: Columns): Float64Array {
  checkColumns("predictMajority", selectColumns(X, model.features));
  return new Float64Array(X.length).fill(model.baseRate);
}
