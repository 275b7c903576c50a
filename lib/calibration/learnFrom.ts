/** A part of the rows, and the rows that may be learned from to judge it. */
export interface Lesson {
  readonly part: number;
  readonly rows: Int32Array; // of the part, rising
  readonly from: Int32Array; // never of the part itself, rising; may be empty
}

/** Which parts a part may be learned from: all others, as with folds, or those before it, as with decades. */
export type LearnRule = "others" | "past";

/**
 * For each part of the rows, the rows it may be learned from, so that no row has a say in its own judgement.
 *
 * @param parts number of each row's part: a fold, or a decade
 * @param rule "others": all other parts; "past": those of lower number
 * @returns one lesson a part, by rising number
 * @throws RangeError if a part is NaN
 */
export function learnFrom(parts: ArrayLike<number>, rule: LearnRule): Lesson[] {
  const all = new Int32Array(parts.length).map((_, row) => row);
  const unknown = all.findIndex((row) => Number.isNaN(parts[row]));
  if (unknown >= 0) throw new RangeError(`learnFrom requires a part for each row; got NaN at row ${unknown}`);
  const rowsWhere = (wanted: (part: number) => boolean) => all.filter((row) => wanted(parts[row]));
  return [...new Set(Array.from(parts))]
    .sort((a, b) => a - b)
    .map((part) => ({
      part,
      rows: rowsWhere((other) => other === part),
      from: rowsWhere((other) => (rule === "past" ? other < part : other !== part))
    }));
}
