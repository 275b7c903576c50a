import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";

/** Which tracks of a study that tells popularity are its hits; with both, a hit meets both. */
export interface HitRule {
  readonly topShare: number | null; // the most popular of the tracks, in (0, 1)
  readonly popularity: number | null; // this one or more, 1 to 100
}

/** The top fifth. */
export const DEFAULT_HIT_RULE: HitRule = {topShare: 0.2, popularity: null};

/**
 * What the environment says of hits.
 *
 * @param env `HIT_TOP_SHARE` and `HIT_POPULARITY` are read
 * @returns undefined where it says nothing
 * @throws InputError if `HIT_TOP_SHARE` is no share between 0 and 1, or `HIT_POPULARITY` no whole number from 1 to 100
 */
export function hitRule(env: Readonly<Record<string, string | undefined>>): HitRule | undefined {
  const {HIT_TOP_SHARE: share, HIT_POPULARITY: popularity} = env;
  if (!share && !popularity) return undefined;
  return {
    topShare: share ? numberFrom("HIT_TOP_SHARE", share, "a number between 0 and 1, like 0.2", isShare) : null,
    popularity: popularity
      ? numberFrom("HIT_POPULARITY", popularity, "a whole number from 1 to 100", isPopularity)
      : null
  };
}

const isShare = (value: number) => value > 0 && value < 1;
const isPopularity = (value: number) => Number.isInteger(value) && value >= 1 && value <= 100;

function numberFrom(name: string, text: string, expected: string, isUsable: (value: number) => boolean): number {
  const value = /^\s*(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN;
  if (isUsable(value)) return value;
  throw new InputError(`expected ${expected}; got ${quoteText(text)}`, {file: name});
}
