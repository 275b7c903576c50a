import type {Columns} from "../../lib/columns.js";
import {QUESTIONS} from "../../lib/outside/OutsideData.js";
import {randomSource} from "../../lib/random/randomSource.js";

const ASKED: readonly string[] = QUESTIONS.map(({feature}) => feature);
const ALL_OR_NONE = 0.2; // of the rows keep every answer, as many none
const KEPT = 0.5; // of the answers of the others

/** What is found together or not at all, and how often a row is told neither. */
const FOUND: readonly (readonly string[])[] = [
  ["tempo", "time_signature"],
  ["key", "mode"]
];
const NOT_FOUND = 0.05;

/**
 * Takes answers away at random, so that what is fitted serves whoever answers some questions and not others; and now and
 * then what a file may not show, a beat or a key.
 *
 * @param X see OutsideInputs; stays as it is
 */
export function maskedInputs(X: Columns, seed: number): Columns {
  const random = randomSource(seed);
  const columns = X.columns.map((column) => column.slice());
  const take = (name: string, row: number) => columns[X.names.indexOf(name)]?.fill(NaN, row, row + 1);
  for (let row = 0; row < X.length; row++) {
    const kind = random();
    for (const name of ASKED) {
      const isKept = random() < KEPT;
      if (kind < ALL_OR_NONE || (kind < 1 - ALL_OR_NONE && !isKept)) take(name, row);
    }
    for (const names of FOUND) if (random() < NOT_FOUND) for (const name of names) take(name, row);
  }
  return {...X, columns};
}

/** The same rows told what is measured and some answers only. */
export function toldInputs(X: Columns, answered: readonly string[]): Columns {
  const none = new Float32Array(X.length).fill(NaN);
  const isTold = (name: string) => !ASKED.includes(name) || answered.includes(name);
  return {...X, columns: X.columns.map((column, j) => (isTold(X.names[j]) ? column : none))};
}
