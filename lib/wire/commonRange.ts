import {quantile} from "d3-array";
import type {CommonRange} from "./featurePhrase.js";

/**
 * Where the middle three fifths of the known values lie.
 *
 * @param values in any order; null is missing
 * @returns their 20 % and 80 % quantiles (Hyndman and Fan's type 7); null if none is known
 */
export function commonRange(values: readonly (number | null)[]): CommonRange | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : [quantile(known, 0.2)!, quantile(known, 0.8)!];
}
