import {deviation} from "d3-array";
import type {Estimate} from "../metrics/types.js";
import {Z95} from "../metrics/wilsonInterval.js";

const FEW_DEGREES = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706]; // of 1 .. 5 degrees of freedom, where the series is poor

/**
 * The 95 % interval of a value by its bootstrap standard error: the value, plus or minus t times the deviation of refits.
 *
 * value ± t(R − 1; .975) √( Σᵣ (vᵣ − v̄)² / (R − 1) )
 *
 * It stands around the fitted model's value, not around the refits' mean, which bootstrap samples may shift; with few
 * refits t is wider than 1.96.
 *
 * @param value of the model fitted to all rows
 * @param refits the same of R models fitted to bootstrap samples
 * @returns both ends are the value where R is below 2
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, 6 (standard error) and 12.2 (t intervals)
 */
export function tInterval(value: number, refits: ArrayLike<number>): Estimate {
  const half = refits.length < 2 ? 0 : tQuantile(refits.length - 1) * deviation(Array.from(refits))!;
  return {value, low: value - half, high: value + half};
}

/**
 * The 97.5 % quantile of Student's t, within 2e-4 for whole degrees of freedom from 1.
 *
 * @see Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 26.7.5
 */
export function tQuantile(degrees: number): number {
  if (degrees <= FEW_DEGREES.length) return FEW_DEGREES[degrees - 1];
  const z = Z95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160
  ];
  return terms.reduce((sum, term, k) => sum + term / degrees ** (k + 1), z);
}
