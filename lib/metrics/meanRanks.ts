/**
 * Ranks of the known values, from 0 for the smallest; tied values share their mean rank.
 *
 * @param values n values, NaN where missing
 * @returns n ranks, NaN where the value is missing
 */
export function meanRanks(values: Float32Array | Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const rankOf = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rankOf.set(sorted[from], (from + to - 1) / 2);
    from = to;
  }
  return Float64Array.from(values, (value) => rankOf.get(value) ?? NaN);
}
