import {bisectLeft} from "d3-array";
import {countUpTo} from "../countUpTo.js";
import {binShares} from "./binShares.js";
import type {TrainedFeature} from "./CatalogueData.js";
import {stabilityIndex} from "./stabilityIndex.js";

/** How one feature of a file differs from the tracks learned from. */
export interface FeatureDrift {
  readonly name: string;
  readonly missing: number; // songs where it is unknown
  readonly outside: number; // songs whose value lies outside the learned range
  readonly psi: number | null; // population stability index; null where the file or the tracks know no value
  readonly ks: number | null; // two-sample Kolmogorov-Smirnov statistic, in [0, 1]
  readonly shares: readonly number[]; // of the file's known values, one a bin of the feature
}

/**
 * Compares a column with the tracks learned from, where both are known.
 *
 * KS = supₓ |F(x) − G(x)|, looked up at and just below the percentiles learned from, between which F grows by 1 % at
 * most: it is at most .01 too small.
 *
 * @param column one value a song, NaN where unknown
 */
export function featureDrift(trained: TrainedFeature, column: Float32Array): FeatureDrift {
  const {name, below, upTo} = trained;
  const [values, edges] = [trained.values, trained.edges].map((numbers) => Float32Array.from(numbers)); // as columns are
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const missing = column.length - known.length;
  if (known.length === 0 || values.length === 0)
    return {name, missing, outside: known.length, psi: null, ks: null, shares: []};
  const n = known.length;
  const shares = binShares(known, edges);
  let ks = 0;
  values.forEach((value, k) => {
    ks = Math.max(
      ks,
      Math.abs(bisectLeft(known, value) / n - below[k]),
      Math.abs(countUpTo(known, value) / n - upTo[k])
    );
  });
  return {
    name,
    missing,
    outside: bisectLeft(known, values[0]) + n - countUpTo(known, values[values.length - 1]),
    psi: stabilityIndex(trained.shares, shares, n),
    ks,
    shares
  };
}
