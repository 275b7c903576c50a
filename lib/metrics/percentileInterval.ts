import {quantile} from "d3-array";

/**
 * The 95 % percentile interval of bootstrap replicates: their 2.5 % and 97.5 % quantiles.
 *
 * Replicates in which the metric is undefined (NaN) are left out. If none is left, nothing is known of a metric in
 * [0, 1] and the interval is all of it.
 *
 * @param replicates one value a replicate, in any order
 * @returns [low, high]
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, 13.3; quantiles of Hyndman and Fan's type 7
 */
export function percentileInterval(replicates: Iterable<number>): [number, number] {
  const defined = Array.from(replicates).filter((value) => !Number.isNaN(value));
  return [quantile(defined, 0.025) ?? 0, quantile(defined, 0.975) ?? 1];
}
