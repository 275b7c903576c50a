/**
 * The value of every coalition times a weight that depends on how many are in it.
 *
 * @param values 2^n numbers; index S is the coalition of the bits of S
 * @param weightOf the weight of a size, 0 to n; asked once each
 * @returns 2^n numbers
 */
export function weighBySize(values: Float64Array, weightOf: (size: number) => number): Float64Array {
  const weights = Float64Array.from({length: Math.log2(values.length) + 1}, (_, size) => weightOf(size));
  const sizes = new Uint8Array(values.length);
  const weighed = new Float64Array(values.length);
  for (let S = 0; S < values.length; S++) {
    sizes[S] = sizes[S >>> 1] + (S & 1);
    weighed[S] = weights[sizes[S]] * values[S];
  }
  return weighed;
}
