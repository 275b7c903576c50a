import type {Columns} from "../../../lib/columns.js";
import {encodeValue} from "../../../lib/mlp/encodeValue.js";
import type {Mlp} from "../../../lib/mlp/types.js";

/** What the first layer sees in every row, centred, which lets it learn faster. */
export interface EncodedRows {
  readonly inputs: Float32Array; // rows × means.length values, row by row
  readonly means: Float64Array; // of each input over the rows, taken off it; one at least
}

/**
 * Encodes rows as lib/mlp/forwardPass.ts does, and takes off each input's mean.
 *
 * @param knots of each column; if none has any, one input is left, always 0
 */
export function encodeRows({medians, knots}: Pick<Mlp, "medians" | "knots">, X: Columns): EncodedRows {
  const width = Math.max(
    1,
    knots.reduce((sum, of) => sum + Math.max(0, of.length - 1), 0)
  );
  const inputs = new Float32Array(X.length * width);
  for (let i = 0; i < X.length; i++) {
    let at = i * width;
    knots.forEach((of, j) => {
      const x = X.columns[j][i];
      at = encodeValue(Number.isNaN(x) ? medians[j] : x, of, inputs, at);
    });
  }
  const means = new Float64Array(width);
  inputs.forEach((value, at) => (means[at % width] += value / X.length));
  inputs.forEach((value, at) => (inputs[at] = value - means[at % width]));
  return {inputs, means};
}
