import {featureNamed} from "../features/featureNamed.js";
import {formatFeature} from "../format/formatFeature.js";
import {formatList} from "../format/formatList.js";

/** The values of a feature that models learned from, in its unit; null where they knew none. */
export interface LearnedRange {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** A value that lies where no track was learned from. */
export interface OutsideValue extends LearnedRange {
  readonly value: number;
}

/**
 * Which values lie outside what models learned from. A missing value never does.
 *
 * @param values one a range, NaN where missing
 * @throws RangeError if the values and ranges are not as many
 */
export function outsideRange(values: ArrayLike<number>, ranges: readonly LearnedRange[]): OutsideValue[] {
  if (values.length !== ranges.length)
    throw new RangeError(`outsideRange requires ${ranges.length} values; got ${values.length}`);
  return ranges
    .map(({name, min, max}, j) => ({name, min, max, value: values[j]}))
    .filter(({min, max, value}) => !Number.isNaN(value) && !(min !== null && max !== null && value >= min && value <= max)); // prettier-ignore
}

/** The same in a sentence; nothing where all values are inside. */
export function outsideWords(outside: readonly OutsideValue[]): string {
  if (outside.length === 0) return "";
  return `Outside what the models learned from: ${formatList(outside.map(told))}. What they say there is a guess.`;
}

function told({name, value, min, max}: OutsideValue): string {
  const feature = featureNamed(name);
  const known =
    min === null || max === null
      ? "of which they knew no value"
      : min === max
        ? `they know ${formatFeature(feature, min)} alone`
        : `they know ${formatFeature(feature, min)} to ${formatFeature(feature, max)}`;
  return `${feature.label.toLowerCase()} ${formatFeature(feature, value)} (${known})`;
}
