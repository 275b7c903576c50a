import {evenQuantiles} from "./evenQuantiles.js";
import {roundTo} from "./roundTo.js";
import type {Marginal} from "./types.js";

const QUANTILES = 65;

/** A feature with at most this many values keeps their shares; quantiles would blur them. */
const FEW = 16;

/**
 * Describes how a feature is distributed: few values by their shares, others by 65 quantiles; rounded to four digits.
 *
 * @param column values of one group of tracks, NaN if missing; at least one is not
 */
export function fitMarginal(column: Float32Array): Marginal {
  const known = column.filter((value) => !Number.isNaN(value));
  if (known.length === 0) throw new RangeError("fitMarginal requires a known value; got none");
  const missing = roundTo(1 - known.length / column.length, 4);
  const values = [...new Set(known)].sort((a, b) => a - b);
  if (values.length > FEW) return {missing, quantiles: evenQuantiles(known, QUANTILES).map((q) => roundTo(q, 4))};
  const shares = values.map((value) => roundTo(known.filter((v) => v === value).length / known.length, 4));
  return {missing, values, shares};
}
