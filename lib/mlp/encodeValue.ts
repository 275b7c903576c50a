/**
 * Spreads a value over the segments between knots: 1 where the value lies above, 0 below, and in its own segment the
 * share of it that is passed. A layer above can so bend at every knot, whatever the feature's unit and skew.
 *
 * tₖ = min(1, max(0, (x − eₖ) / (eₖ₊₁ − eₖ)))
 *
 * @param x in the feature's own unit, not NaN
 * @param knots e, ascending; none, or two or more
 * @param inputs where the knots.length − 1 values in [0, 1] are written
 * @param at index of the first
 * @returns the index after the last
 * @see Gorishniy, Rubachev and Babenko 2022, On Embeddings for Numerical Features in Tabular Deep Learning, section
 *   3.2.1: piecewise linear encoding; theirs leaves the outermost segments open
 */
export function encodeValue(
  x: number,
  knots: readonly number[],
  inputs: Float32Array | Float64Array,
  at: number
): number {
  for (let k = 0; k + 1 < knots.length; k++) {
    const share = (x - knots[k]) / (knots[k + 1] - knots[k]);
    inputs[at++] = share >= 1 ? 1 : share > 0 ? share : 0;
  }
  return at;
}
