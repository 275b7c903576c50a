import {InputError} from "./InputError.js";
import {quoteText} from "./quoteText.js";

/**
 * Finds columns by name in a CSV's header, in any order; names are compared without surrounding space.
 *
 * @param header cells of the header row
 * @param names the columns wanted
 * @returns the index of each name in the header; -1 where it is absent
 * @throws InputError if a wanted column appears twice: which one is meant cannot be known
 */
export function findColumns(header: readonly string[], names: readonly string[], file: string): number[] {
  const trimmed = header.map((name) => name.trim());
  return names.map((name) => {
    const index = trimmed.indexOf(name);
    if (index >= 0 && trimmed.indexOf(name, index + 1) >= 0) {
      const problem = `expected one column ${quoteText(name)}; got ${trimmed.filter((n) => n === name).length}`;
      throw new InputError(problem, {file, line: 1, column: name});
    }
    return index;
  });
}
