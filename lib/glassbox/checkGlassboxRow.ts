import type {Glassbox} from "./types.js";

/**
 * Refuses a row that a model cannot be asked about; NaN is fine, it means missing.
 *
 * @param caller name of the function that complains
 * @throws RangeError if x has another width than the model or a value is infinite
 */
export function checkGlassboxRow(caller: string, {features}: Glassbox, x: ArrayLike<number>): void {
  if (x.length !== features.length) {
    throw new RangeError(`${caller} requires ${features.length} values; got ${x.length}`);
  }
  features.forEach((name, j) => {
    if (Math.abs(x[j]) === Infinity)
      throw new RangeError(`${caller} requires finite values; got ${x[j]} for "${name}"`);
  });
}
