import type {BinMatrix} from "./binMatrix.js";
import type {GrownTree} from "./grownTree.js";

/**
 * Adds to the other rows' margins the value of the leaf that their codes lead to.
 *
 * All rows take a step before any takes the next, so that the processor overlaps their waits; leaves lead to
 * themselves.
 *
 * @param others row numbers; the first `count` count
 * @param places scratch space, a node a row
 */
export function updateOthers(
  margins: Float64Array,
  tree: GrownTree,
  {words, groups}: BinMatrix,
  others: Int32Array,
  count: number,
  places: Int32Array
): void {
  const {column, from, last, next, value} = tree;
  places.fill(0, 0, count);
  for (let level = 0; level < tree.levels; level++) {
    for (let i = 0; i < count; i++) {
      const node = places[i];
      const k = column[node];
      const word = words[Math.imul(others[i], groups) + (k >> 2)];
      const code = ((word >>> ((k & 3) << 3)) - from[node]) & 255;
      places[i] = next[node] + ((last[node] - code) >>> 31);
    }
  }
  for (let i = 0; i < count; i++) margins[others[i]] += value[places[i]];
}
