/**
 * Pearson's correlation; of mean ranks it is Spearman's rho.
 *
 * r = Σ (aᵢ − ā)(bᵢ − b̄) / √(Σ (aᵢ − ā)² Σ (bᵢ − b̄)²)
 *
 * @param a n values, NaN where missing
 * @param b n values, NaN where missing
 * @returns r in [-1, 1] over the rows where both are known; null where either is constant there
 * @throws RangeError if the lengths differ
 * @see Spearman 1904, American Journal of Psychology 15(1)
 */
export function pearsonCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length !== b.length) {
    throw new RangeError(`pearsonCorrelation requires equal lengths; got ${a.length} and ${b.length}`);
  }
  let n = 0;
  let meanA = 0;
  let meanB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    n++;
    const da = a[i] - meanA;
    const db = b[i] - meanB;
    meanA += da / n;
    meanB += db / n;
    squaresA += da * (a[i] - meanA);
    squaresB += db * (b[i] - meanB);
    products += da * (b[i] - meanB);
  }
  return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : null;
}
