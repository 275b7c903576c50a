/**
 * Replaces the number of each set by the sum over its subsets, in place.
 *
 * Where the numbers are what each set adds over all sets below it (Harsanyi dividends, Möbius coefficients), the sums
 * are the values of a game.
 *
 * @param ofSets 2^n numbers; index S is the set of the bits of S
 * @returns the same array
 * @see Yates 1937, The design and analysis of factorial experiments: one dimension after the other
 */
export function sumSubsets(ofSets: Float64Array): Float64Array {
  for (let half = 1; half < ofSets.length; half *= 2)
    for (let start = 0; start < ofSets.length; start += 2 * half)
      for (let S = start; S < start + half; S++) ofSets[S + half] += ofSets[S];
  return ofSets;
}
