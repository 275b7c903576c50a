import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {normalQuantile} from "./normalQuantile.js";

/**
 * Correlations of a Gaussian copula, from normal scores of ranks.
 *
 * A value's score is the mean of the normal over the ranks it takes up, E[z | value]; ties shrink the scores' variance
 * v below 1. As E[cov(sᵢ, sⱼ)] ≈ ρ vᵢ vⱼ, the latent correlation ρ is cov(sᵢ, sⱼ) / (vᵢ vⱼ), not the scores' own. A
 * missing value scores 0. Where the result is not positive definite, all correlations shrink by a hundredth until it is.
 *
 * @param columns values of one group of tracks, NaN if missing
 * @returns row i holds the correlations with columns 0 .. i − 1, each in [−0.99, 0.99], three decimals
 */
export function fitCorrelation(columns: readonly Float32Array[]): number[][] {
  const scores = columns.map(normalScores);
  const variances = scores.map((s) => meanProduct(s, s));
  let rows = scores.map((s, i) =>
    scores.slice(0, i).map((t, j) => {
      const spread = variances[i] * variances[j];
      return spread === 0 ? 0 : clamp(meanProduct(s, t) / spread);
    })
  );
  while (!isPositiveDefinite(rows)) rows = rows.map((row) => row.map((r) => 0.99 * r));
  return rows.map((row) => row.map((r) => Math.round(1000 * r) / 1000));
}

function normalScores(column: Float32Array): Float64Array {
  const known = [...column.keys()].filter((i) => !Number.isNaN(column[i])).sort((a, b) => column[a] - column[b]);
  const scores = new Float64Array(column.length);
  for (let start = 0, end = 0; start < known.length; start = end) {
    while (end < known.length && column[known[end]] === column[known[start]]) end++;
    const share = (end - start) / known.length;
    const score = (densityAt(start / known.length) - densityAt(end / known.length)) / share;
    for (let k = start; k < end; k++) scores[known[k]] = score;
  }
  return scores;
}

/** The standard normal's density at its quantile for p; 0 at the ends. */
function densityAt(p: number): number {
  return p === 0 || p === 1 ? 0 : Math.exp(-(normalQuantile(p) ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0) / a.length;
}

function clamp(r: number): number {
  return Math.max(-0.99, Math.min(0.99, r));
}

function isPositiveDefinite(rows: readonly (readonly number[])[]): boolean {
  const full = Matrix.identity(rows.length, rows.length).mul(1 - 1e-3);
  rows.forEach((row, i) => row.forEach((r, j) => full.set(i, j, r).set(j, i, r)));
  return new CholeskyDecomposition(full).isPositiveDefinite();
}
