import type {Estimate} from "../metrics/types.js";
import type {Cited, LedgerNumber} from "../wire/InsightsData.js";

/** A number as a finding enters it: with its interval, or as a bare value. */
export interface Entry extends Pick<LedgerNumber, "what" | "format" | "stage"> {
  readonly of: Estimate | number;
}

/** Keeps the numbers of one finding, and gives prose the references to cite them by. */
export interface Ledger {
  readonly numbers: readonly LedgerNumber[];
  /** Enters a number under an id and returns what prose cites it by. @throws RangeError on a second entry of an id, or if it is not finite */
  readonly enter: (id: string, entry: Entry) => Cited;
}

const DIGITS = 6; // significant ones kept

/** A new ledger. */
export function ledger(): Ledger {
  const numbers: LedgerNumber[] = [];
  const enter = (id: string, {of, what, format, stage}: Entry): Cited => {
    const {value, low, high} = typeof of === "number" ? {value: of, low: null, high: null} : of;
    if ([value, low ?? 0, high ?? 0].some((number) => !Number.isFinite(number))) {
      throw new RangeError(`ledger requires finite numbers; got "${id}" ${value}, ${low} to ${high}`);
    }
    if (numbers.some((known) => known.id === id)) throw new RangeError(`ledger requires distinct ids; got "${id}"`);
    const rounded = (number: number) => Number(number.toPrecision(DIGITS));
    const end = (number: number | null) => (number === null ? null : rounded(number));
    numbers.push({id, what, value: rounded(value), low: end(low), high: end(high), format, stage});
    return {number: id};
  };
  return {numbers, enter};
}

/** The same number without its interval, for titles. */
export const alone = ({number}: Cited): Cited => ({number, alone: true});
