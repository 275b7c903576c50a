import type {Cited, LedgerNumber, Said} from "../wire/InsightsData.js";
import {formatNumber} from "./formatNumber.js";

const UNIT = /\u00a0(%|points)$/;

/**
 * Prose as text, its numbers written out, with their intervals in brackets.
 *
 * @throws RangeError if a number is not in the ledger
 */
export function saidText(prose: Said, numbers: readonly LedgerNumber[]): string {
  return prose.map((part) => (typeof part === "string" ? part : citedText(part, numbers))).join("");
}

function citedText({number, alone}: Cited, numbers: readonly LedgerNumber[]): string {
  const found = numbers.find(({id}) => id === number);
  if (!found) throw new RangeError(`saidText requires a number of the ledger; got "${number}"`);
  const {value, low, high, format} = found;
  if (alone || low === null || high === null) return formatNumber(format, value);
  const from = formatNumber(format, low).replace(UNIT, ""); // the high end names it
  return `${formatNumber(format, value)} (${from} to ${formatNumber(format, high)})`;
}
