import {checkProbabilities} from "../calibration/checkProbabilities.js";
import type {Columns} from "../columns.js";

/** Any model: probabilities of 1 in [0, 1], one a row. */
export type Predict = (X: Columns) => Float64Array;

const MOST_ROWS = 2 ** 18; // asked at once: 16 columns of them are 16 MB

/**
 * Asks a model about copies of the same rows, each with some columns set to one value throughout.
 *
 * Copies are asked together, as many at a time as memory is cheap for.
 *
 * @param X n rows, n at least 1; left as it is
 * @param copies what is set, by name, copy after copy; an empty one asks about the rows as they are
 * @returns n probabilities a copy
 * @throws RangeError if the model does not give one probability in [0, 1] a row
 */
export function predictCopies(
  predict: Predict,
  X: Columns,
  copies: readonly Readonly<Record<string, number>>[]
): Float64Array[] {
  const n = X.length;
  const atOnce = Math.max(1, Math.floor(MOST_ROWS / n));
  const answers: Float64Array[] = [];
  for (let from = 0; from < copies.length; from += atOnce) {
    const some = copies.slice(from, from + atOnce);
    const columns = X.columns.map((column, j) => {
      const long = new Float32Array(some.length * n);
      some.forEach((set, k) => {
        if (X.names[j] in set) long.fill(set[X.names[j]], k * n, (k + 1) * n);
        else long.set(column, k * n);
      });
      return long;
    });
    const p = predict({names: X.names, columns, length: some.length * n});
    if (p.length !== some.length * n) {
      throw new RangeError(`predictCopies requires one probability a row; got ${p.length} for ${some.length * n}`);
    }
    checkProbabilities("predictCopies", p);
    some.forEach((_, k) => answers.push(p.subarray(k * n, (k + 1) * n)));
  }
  return answers;
}
