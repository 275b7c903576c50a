import type {Feature} from "../features/features.js";
import {quoteText} from "./quoteText.js";

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * Reads one CSV cell as a value of a feature.
 *
 * An empty cell is missing, and so is 0 where the feature's source writes 0 for "unknown" (`zeroIsMissing`). Only
 * plain decimal numbers count: not `NaN`, `inf`, `0x10` or `1,5`.
 *
 * @returns the value in the feature's unit and range; NaN if missing
 * @throws RangeError naming what was expected and what came, for an `InputError` to place
 */
export function parseFeature(cell: string, feature: Feature): number {
  if (cell === "") return NaN;
  const value = NUMBER.test(cell) ? Number(cell) : NaN;
  if (value >= feature.min && value <= feature.max) return value === 0 && feature.zeroIsMissing ? NaN : value;
  if (cell.trim() === "") return NaN;
  throw new RangeError(`expected ${describeRange(feature)}; got ${quoteText(cell)}`);
}

/** What a usable cell holds, in words: `a number from 0 to 300 BPM`. */
export function describeRange({min, max, unit}: Feature): string {
  const suffix =
    unit === "" || unit === "key" || unit === "mode" || unit === "count" || unit === "year" ? "" : ` ${unit}`;
  return `a number from ${min} to ${max}${suffix}`;
}
