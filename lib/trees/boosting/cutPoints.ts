/**
 * Cuts a sorted column into bins of about equal counts: bin b holds cuts[b − 1] ≤ x < cuts[b].
 *
 * With few distinct values each has its own bin; else a bin is closed where its count comes nearest to an equal share
 * of what is left, so a value that fills several shares has a bin of its own. A cut is the float32 midpoint of its two
 * neighbours, so that `x < cut` parts the training rows exactly.
 *
 * @param sorted finite float32 values, ascending
 * @param bins largest number of bins, at least 1
 * @returns cuts, ascending, one fewer than the bins
 */
export function cutPoints(sorted: Float32Array, bins: number): Float32Array {
  const n = sorted.length;
  let distinct = n > 0 ? 1 : 0;
  for (let i = 1; i < n; i++) if (sorted[i] !== sorted[i - 1]) distinct++;

  const cuts: number[] = [];
  let closed = 0; // values in closed bins
  for (let i = 0; i < n && cuts.length < bins - 1;) {
    let next = i + 1; // first index of the next distinct value
    while (next < n && sorted[next] === sorted[i]) next++;
    if (next === n) break;
    if (distinct > bins) {
      let after = next + 1;
      while (after < n && sorted[after] === sorted[next]) after++;
      const share = (n - closed) / (bins - cuts.length);
      const now = next - closed;
      if (now < share && after - closed - share <= share - now) {
        i = next;
        continue;
      }
    }
    cuts.push(midpoint(sorted[i], sorted[next]));
    closed = i = next;
  }
  return Float32Array.from(cuts);
}

/** A float32 value above `low` and not above `high`. */
function midpoint(low: number, high: number): number {
  const middle = Math.fround(low / 2 + high / 2);
  return (middle > low ? middle : high) + 0; // -0 would not survive JSON
}
