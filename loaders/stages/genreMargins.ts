import type {GenreFold} from "./genreFold.js";
import type {GenrePair} from "./genrePair.js";

/** The folds' margins, one a row. */
export function foldMargins(parts: Readonly<Record<string, unknown>>, rows: number) {
  const margins = {blind: new Float64Array(rows), known: new Float64Array(rows), own: new Float64Array(rows).fill(NaN)};
  for (const fold of startingWith<GenreFold>(parts, "fold")) {
    fold.rows.forEach((row, i) => {
      margins.blind[row] = fold.blind[i];
      margins.known[row] = fold.known[i];
      margins.own[row] = fold.own[i];
    });
  }
  return margins;
}

/** The margins of all rows when a fold is asked: its own out of fold, the others' by trees that saw neither. */
export function commonMargins(parts: Readonly<Record<string, unknown>>, blind: Float64Array) {
  return (asked: number): Float64Array => {
    const common = blind.slice();
    for (const {folds, rows, blind: told} of startingWith<GenrePair>(parts, "pair")) {
      if (folds.includes(asked)) rows.forEach((row, i) => (common[row] = told[i]));
    }
    const own = startingWith<GenreFold>(parts, "fold").find(({fold}) => fold === asked)!;
    own.rows.forEach((row) => (common[row] = blind[row])); // which the pairs wrote over
    return common;
  };
}

const startingWith = <T>(parts: Readonly<Record<string, unknown>>, name: string) =>
  Object.entries(parts).flatMap(([key, part]) => (key.startsWith(name) ? [part as T] : []));
