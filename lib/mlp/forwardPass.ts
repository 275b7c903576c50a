import {encodeValue} from "./encodeValue.js";
import type {Mlp} from "./types.js";

/**
 * Prepares a network for many rows.
 *
 * Values are float32, as in `Columns`, so that a page and a batch agree to the last bit.
 *
 * @returns the margin, in log-odds, of one value a feature in the model's order; NaN is missing
 * @throws RangeError if the model has another format
 */
export function forwardPass({format, medians, knots, layers}: Mlp): (x: ArrayLike<number>) => number {
  if (format !== "trackoracle-mlp/1") {
    throw new RangeError(`forwardPass requires format trackoracle-mlp/1; got ${String(format)}`);
  }
  const encoded = new Float64Array(layers[0].weights.length / layers[0].biases.length);
  const outputs = layers.map(({biases}) => new Float64Array(biases.length));
  return (x) => {
    let at = 0;
    knots.forEach((of, j) => (at = encodeValue(Number.isNaN(x[j]) ? medians[j] : Math.fround(x[j]), of, encoded, at)));
    let inputs = encoded;
    layers.forEach(({weights, biases}, l) => {
      const sums = outputs[l];
      sums.set(biases);
      inputs.forEach((input, i) => {
        if (input <= 0) return; // rectified, or a segment above the value
        for (let unit = 0, w = i * sums.length; unit < sums.length; unit++) sums[unit] += input * weights[w++];
      });
      inputs = sums;
    });
    return inputs[0];
  };
}
