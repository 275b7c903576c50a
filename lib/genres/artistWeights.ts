/**
 * Weights that let rows of one cluster count for less where they are alike: 1 / (1 + (m − 1) ρ) for each of m rows.
 *
 * ρ, the correlation within clusters, is estimated from standardised residuals r: of the clusters with more than one
 * row, Σ [(Σ r)² − Σ r²] / (m − 1), over Σ r²; each row counts alike, however many its cluster has.
 *
 * @param residual n values, (y − p) / √(p (1 − p))
 * @param cluster n numbers, 0 or above, such as the artist's within a genre
 * @returns weights in (0, 1], and ρ in [0, 1)
 * @see Kish 1965, Survey Sampling, 5.4 (the design effect); Liang and Zeger 1986, Biometrika 73(1), 4 (moments)
 */
export function artistWeights(
  residual: Float64Array,
  cluster: Int32Array
): {readonly weight: Float64Array; readonly rho: number} {
  const count = cluster.reduce((most, c) => Math.max(most, c), -1) + 1;
  const [size, sum, squares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  cluster.forEach((c, row) => {
    size[c]++;
    sum[c] += residual[row];
    squares[c] += residual[row] ** 2;
  });
  let [alike, all] = [0, 0];
  for (let c = 0; c < count; c++) {
    if (size[c] < 2) continue;
    alike += (sum[c] ** 2 - squares[c]) / (size[c] - 1);
    all += squares[c];
  }
  const rho = all > 0 ? Math.min(MOST, Math.max(0, alike / all)) : 0;
  return {weight: Float64Array.from(cluster, (c) => 1 / (1 + (size[c] - 1) * rho)), rho};
}

const MOST = 0.99;
