/**
 * Accumulated local effects of one feature, from 0 at its first value.
 *
 * ALE(x₀) = 0; ALE(xₖ) = ALE(xₖ₋₁) + mean over the rows of step k of p(row, xₖ) − p(row, xₖ₋₁)
 *
 * The rows of step k are those in (xₖ₋₁, xₖ], with all below in the first step and all above in the last; where x are all
 * values there are, those at either of the two. So a row is only asked about values next to its own, and what other
 * features do is as it is among such rows.
 *
 * @param curves probabilities of n rows at each of at least one x: curves[k][i]
 * @param positions of the n rows among x, as knotPosition gives them; those of missing values are left out
 * @param levels whether x are all values there are
 * @returns one value an x, in probability; every step needs a row
 * @see Apley and Zhu 2020, Journal of the Royal Statistical Society B 82(4), 2.3; the rows of a step between levels: their
 *   R package ALEPlot
 */
export function accumulateEffects(curves: readonly Float64Array[], positions: Float64Array, levels: boolean): number[] {
  const sums = curves.map(() => 0);
  const rows = curves.map(() => 0);
  const add = (i: number, k: number) => {
    if (k < 1 || k >= curves.length) return; // before the first step, after the last, or missing
    sums[k] += curves[k][i] - curves[k - 1][i];
    rows[k]++;
  };
  positions.forEach((position, i) => {
    if (levels) add(i, position);
    add(i, levels ? position + 1 : Math.max(1, Math.ceil(position)));
  });
  let ale = 0;
  return sums.map((sum, k) => (ale += k === 0 ? 0 : sum / rows[k]));
}
