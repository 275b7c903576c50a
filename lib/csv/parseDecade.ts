import {quoteText} from "./quoteText.js";

const YEAR = /^\s*((?:19|20)\d\d)(?:s|[-/.]\d.*)?\s*$/;

/**
 * Reads one CSV cell as a decade: told by itself ("1960", "1960s"), by a year, or by a date that starts with one
 * ("1965-07-02", "1965-07").
 *
 * @returns its first year; NaN if the cell is blank
 * @throws RangeError naming what was expected and what came, for an `InputError` to place
 */
export function parseDecade(cell: string): number {
  if (cell.trim() === "") return NaN;
  const year = YEAR.exec(cell)?.[1];
  if (year === undefined)
    throw new RangeError(`expected a decade, year or date like 1965-07-02; got ${quoteText(cell)}`);
  return Number(year) - (Number(year) % 10);
}
