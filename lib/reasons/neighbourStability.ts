import {mean} from "d3-array";
import {checkColumns} from "../checkColumns.js";
import type {Columns} from "../columns.js";
import {columnScale} from "../logistic/columnScale.js";
import {pearsonCorrelation} from "../metrics/pearsonCorrelation.js";

const NEIGHBOURS = 10;
const NEAR = 0.1; // in probability

/**
 * How alike the explanations of similar rows are: mean Pearson correlation of a row's contributions with its neighbours'.
 *
 * The neighbours of a row are, of the rows whose probability is within .1 of its own, the ten nearest by Euclidean
 * distance of standardised features, missing ones at the median; fewer where there are not ten. A row's stability is the
 * mean over its neighbours, the result the mean over rows. Left out are rows without neighbours and pairs of which either
 * has the same contribution from all features.
 *
 * @param X n rows; NaN is missing
 * @param p their probabilities
 * @param phi their contributions: one column a feature, one value a row
 * @returns in [-1, 1]; 0 where nothing is left to compare
 * @throws RangeError as checkColumns, and if the numbers of rows differ
 * @see Shapash's stability (github.com/MAIF/shapash, explanation_metrics.py), which drops rows of other probabilities
 *   from the ten nearest and takes deviations of single contributions
 */
export function neighbourStability(X: Columns, p: ArrayLike<number>, phi: readonly ArrayLike<number>[]): number {
  checkColumns("neighbourStability", X);
  const lengths = [p, ...phi].map(({length}) => length);
  if (lengths.some((length) => length !== X.length)) {
    throw new RangeError(
      `neighbourStability requires equal lengths; got X ${X.length}, p and phi ${lengths.join(", ")}`
    );
  }
  const standard = X.columns.map((column) => {
    const {median, mean, deviation} = columnScale(column);
    return Float64Array.from(column, (x) => ((Number.isNaN(x) ? median : x) - mean) / deviation);
  });
  const rows = Array.from({length: X.length}, (_, i) => i);
  const reasons = rows.map((i) => phi.map((column) => column[i]));
  const distance = (i: number, k: number) => standard.reduce((sum, z) => sum + (z[i] - z[k]) ** 2, 0);
  const stabilities = rows.map((i) => {
    const nearest = rows
      .filter((k) => k !== i && Math.abs(p[k] - p[i]) <= NEAR)
      .map((k) => ({k, distance: distance(i, k)}))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEIGHBOURS);
    return mean(nearest, ({k}) => pearsonCorrelation(reasons[i], reasons[k])); // which leaves null out
  });
  return mean(stabilities) ?? 0;
}
