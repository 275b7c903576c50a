import {InputError} from "../../lib/csv/InputError.js";

/**
 * Why asking Spotify has to end for now. What was answered before is kept.
 *
 * Its message never holds the client's secret or a token.
 */
export class StopError extends InputError {
  /** @param problem `expected ...; got ...`, and what to do about it */
  constructor(problem: string) {
    super(problem, {file: "Spotify"});
  }
}
