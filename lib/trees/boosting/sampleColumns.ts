/**
 * Draws columns without replacement.
 *
 * @param count columns there are
 * @param share of them to draw, in (0, 1], rounded down, at least one
 * @param random uniform source in [0, 1)
 * @returns column numbers, ascending; none if there are none
 */
export function sampleColumns(count: number, share: number, random: () => number): number[] {
  const columns = Array.from({length: count}, (_, k) => k);
  const wanted = Math.min(count, Math.max(1, Math.floor(count * share + 1e-9)));
  for (let k = 0; k < wanted; k++) {
    const other = k + Math.floor(random() * (count - k));
    [columns[k], columns[other]] = [columns[other], columns[k]];
  }
  return columns.slice(0, wanted).sort((a, b) => a - b);
}
