import {forwardPass} from "./forwardPass.js";
import type {Mlp} from "./types.js";

/**
 * Margin of one row.
 *
 * @param x one value a feature, in the model's order; NaN is missing
 * @returns log-odds
 * @throws RangeError if the model has another format, x another width than the model, or a value is infinite
 */
export function marginOfMlpRow(model: Mlp, x: ArrayLike<number>): number {
  const {features} = model;
  if (x.length !== features.length) {
    throw new RangeError(`marginOfMlpRow requires ${features.length} values; got ${x.length}`);
  }
  features.forEach((name, j) => {
    if (x[j] === Infinity || x[j] === -Infinity) {
      throw new RangeError(`marginOfMlpRow requires finite values; got ${x[j]} for "${name}"`);
    }
  });
  return forwardPass(model)(x);
}
