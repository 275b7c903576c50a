/**
 * One bootstrap replicate over groups: draws as many groups as there are, with replacement.
 *
 * Whole groups are drawn, so a row's weight is its group's count and rows of one artist stay together.
 *
 * @param counts overwritten: how often each group was drawn; sums to its length
 * @param random uniform in [0, 1), advanced by counts.length draws
 * @see Davison and Hinkley 1997, Bootstrap Methods and their Application, 3.8 (the cluster bootstrap)
 */
export function drawGroups(counts: Int32Array, random: () => number): void {
  const n = counts.length;
  counts.fill(0);
  for (let g = 0; g < n; g++) counts[Math.floor(random() * n)]++;
}
