import {quoteText} from "./quoteText.js";

/** A place in an input; lines count from 1, the header's included. */
export interface InputPlace {
  readonly file: string; // as the reader named it
  readonly line?: number;
  readonly column?: string; // the header's name for it
}

/**
 * An input that cannot be used, worded for the person who gave it: where, what was expected, what came.
 *
 * Commands print its message without a stack and exit with 1:
 * `file.csv, line 12, column "tempo": expected a number from 0 to 300 BPM; got "fast"`.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problem: string;
  readonly place: InputPlace;

  /**
   * @param problem `expected ...; got ...`, any text of the input in it passed through `quoteText`
   * @param place where the input is at fault
   */
  constructor(problem: string, place: InputPlace) {
    const parts = [place.file];
    if (place.line !== undefined) parts.push(`line ${place.line}`);
    if (place.column !== undefined) parts.push(`column ${quoteText(place.column)}`);
    super(`${parts.join(", ")}: ${problem}`);
    this.problem = problem;
    this.place = place;
  }
}
