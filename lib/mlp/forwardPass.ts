import {knotPosition} from "../glassbox/knotPosition.js";
import type {Mlp} from "./types.js";

/**
 * Prepares a network for many rows.
 *
 * Of the segments a value is spread over (encodeValue.ts) all below it are 1, all above 0: so what a feature gives the
 * first layer lies on a straight line between the sums of the weights below two neighbouring knots, and these sums are
 * made once. Values are float32, as in `Columns`, so that a page and a batch agree to the last bit.
 *
 * @returns the margin, in log-odds, of one value a feature in the model's order; NaN is missing
 * @throws RangeError if the model has another format
 */
export function forwardPass({format, medians, knots, layers}: Mlp): (x: ArrayLike<number>) => number {
  if (format !== "trackoracle-mlp/1") {
    throw new RangeError(`forwardPass requires format trackoracle-mlp/1; got ${String(format)}`);
  }
  const [first, ...deeper] = layers.map(({weights, biases}) => ({
    weights: Float64Array.from(weights),
    biases: Float64Array.from(biases),
    sums: new Float64Array(biases.length)
  }));
  const units = first.biases.length;
  const below = sumsBelowKnots(knots, first.weights, units);
  return (x) => {
    first.sums.set(first.biases);
    knots.forEach((of, j) => {
      if (of.length === 0) return;
      const position = knotPosition(of, Number.isNaN(x[j]) ? medians[j] : x[j]);
      const knot = Math.min(Math.floor(position), of.length - 2);
      const share = position - knot;
      const sums = below[j];
      for (let unit = 0, at = knot * units; unit < units; unit++, at++) {
        first.sums[unit] += sums[at] + share * (sums[at + units] - sums[at]);
      }
    });
    let inputs = first.sums;
    for (const {weights, biases, sums} of deeper) {
      sums.set(biases);
      for (let i = 0; i < inputs.length; i++) {
        const input = inputs[i];
        if (input <= 0) continue; // rectified
        for (let unit = 0, at = i * sums.length; unit < sums.length; unit++) sums[unit] += input * weights[at++];
      }
      inputs = sums;
    }
    return inputs[0];
  };
}

/** For each feature and knot, the sums of the weights of all segments below, one a unit. */
function sumsBelowKnots(knots: Mlp["knots"], weights: Float64Array, units: number): Float64Array[] {
  let at = 0; // of the next segment's weights
  return knots.map((of) => {
    const sums = new Float64Array(of.length * units);
    for (let place = units; place < sums.length; place++) sums[place] = sums[place - units] + weights[at++];
    return sums;
  });
}
