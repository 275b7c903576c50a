import {checkTraining} from "../checkTraining.js";
import type {Columns} from "../columns.js";
import type {MajorityModel} from "./types.js";

/**
 * The model that hears nothing: the share of hits in training.
 *
 * @param X n rows; only the names of its columns are kept
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkTraining: no rows, other lengths, infinite values, one class
 */
export function fitMajority(X: Columns, y: ArrayLike<number>): MajorityModel {
  checkTraining("fitMajority", X, y);
  let hits = 0;
  for (let i = 0; i < y.length; i++) hits += y[i];
  return {format: "trackoracle-majority/1", features: [...X.names], baseRate: hits / y.length};
}
