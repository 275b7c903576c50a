/**
 * For each player the sum of the numbers of all coalitions that the player is in, by folding: once the upper half is
 * summed, what holds the last player counts as if it did not.
 *
 * @param ofSets 2^n numbers; index S is the set of the bits of S. They are overwritten
 * @returns n sums
 */
export function sumMembers(ofSets: Float64Array): Float64Array {
  const sums = new Float64Array(Math.log2(ofSets.length));
  for (let j = sums.length - 1; j >= 0; j--) {
    const half = 1 << j;
    let sum = 0;
    for (let S = 0; S < half; S++) {
      sum += ofSets[half + S];
      ofSets[S] += ofSets[half + S];
    }
    sums[j] = sum;
  }
  return sums;
}
