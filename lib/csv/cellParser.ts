import {parseFeature} from "./parseFeature.js";
import {quoteText} from "./quoteText.js";
import {FEATURES, type Feature} from "../features/features.js";

/** Past it, float32 rounds to infinity. */
const MOST = (2 - 2 ** -24) * 2 ** 127 * (1 - 2 ** -53);
const ANY: Feature = {name: "", label: "", unit: "", min: -MOST, max: MOST, step: 1, meaning: ""};

/**
 * How to read the cells of one column of a model.
 *
 * A feature of the project is read as its dataset reads it: in its range, 0 missing where the source means that, a
 * decade by its first year. Any other may be any number that is finite in float32.
 *
 * @param asIs true to read features of the project like any other
 * @returns a function giving the cell's value, NaN if missing; it throws a RangeError with what was expected and what
 *   came, for an `InputError` to place
 */
export function cellParser(name: string, asIs: boolean): (cell: string) => number {
  const feature = asIs ? undefined : FEATURES.find((known) => known.name === name);
  if (!feature) return parseNumber;
  if (name === "decade") return (cell) => wholeDecade(parseFeature(cell, feature), cell);
  return (cell) => parseFeature(cell, feature);
}

function parseNumber(cell: string): number {
  try {
    return parseFeature(cell, ANY);
  } catch {
    throw new RangeError(`expected a finite number; got ${quoteText(cell)}`);
  }
}

function wholeDecade(value: number, cell: string): number {
  if (value % 10 === 0 || Number.isNaN(value)) return value;
  throw new RangeError(`expected a decade like 1960; got ${quoteText(cell)}`);
}
