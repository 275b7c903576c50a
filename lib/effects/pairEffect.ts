import {mean} from "d3-array";
import {checkColumns} from "../checkColumns.js";
import {selectColumns, type Columns} from "../columns.js";
import {knotPosition} from "../glassbox/knotPosition.js";
import type {PairEffect} from "../wire/ExplainData.js";
import {effectGrid} from "./effectGrid.js";
import {predictCopies, type Predict} from "./predictCopies.js";

const POINTS = 12;

/**
 * Two-dimensional partial dependence: mean probability with two features set to each pair of values.
 *
 * `share` is of the rows where both values are known; a row belongs to the nearest x and the nearest y. Where it is 0
 * the model is asked about tracks that do not exist.
 *
 * @param predict any model: probabilities of 1, one a row
 * @param X n rows; NaN is missing
 * @param features two columns of X
 * @returns null where either has fewer than two known values
 * @throws RangeError as checkColumns, and if n is 0, a feature is no column, both are one, or not a probability a row
 * @see Friedman 2001, Annals of Statistics 29(5), 8.2
 */
export function pairEffect(predict: Predict, X: Columns, features: readonly [string, string]): PairEffect | null {
  checkColumns("pairEffect", X);
  if (X.length === 0) throw new RangeError("pairEffect requires at least one row; got none");
  const [a, b] = features;
  if (a === b) throw new RangeError(`pairEffect requires two features; got "${a}" twice`);
  const [columnA, columnB] = selectColumns(X, features).columns;
  const {x} = effectGrid(columnA, {points: POINTS});
  const {x: y} = effectGrid(columnB, {points: POINTS});
  if (x.length < 2 || y.length < 2) return null;

  const cells = x.flatMap((valueA) => y.map((valueB) => ({[a]: valueA, [b]: valueB})));
  const means = predictCopies(predict, X, cells).map((p) => mean(p)!);
  const counts = x.map(() => y.map(() => 0));
  let known = 0;
  for (let i = 0; i < X.length; i++) {
    if (Number.isNaN(columnA[i]) || Number.isNaN(columnB[i])) continue;
    counts[Math.round(knotPosition(x, columnA[i]))][Math.round(knotPosition(y, columnB[i]))]++;
    known++;
  }
  return {
    features,
    x,
    y,
    p: x.map((_, k) => means.slice(k * y.length, (k + 1) * y.length)),
    share: counts.map((row) => row.map((count) => count / Math.max(known, 1)))
  };
}
