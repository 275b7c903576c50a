import type {BinMatrix} from "./binMatrix.js";
import type {GrownTree} from "./grownTree.js";

const BLOCK = 512; // rows that stay in the nearest cache on their way down

/**
 * Adds to the other rows' margins the value of the leaf that their codes lead to.
 *
 * All rows of a block take a step before any takes the next, so that the processor overlaps their waits; leaves lead
 * to themselves.
 *
 * @param others row numbers; the first `count` count
 */
export function updateOthers(
  margins: Float64Array,
  tree: GrownTree,
  {words, groups}: BinMatrix,
  others: Int32Array,
  count: number
): void {
  const {column, from, last, next, value, levels} = tree;
  const places = new Int32Array(BLOCK); // the node each row has come to
  for (let start = 0; start < count; start += BLOCK) {
    const size = Math.min(BLOCK, count - start);
    places.fill(0);
    for (let level = 0; level < levels; level++) {
      for (let i = 0; i < size; i++) {
        const node = places[i];
        const k = column[node];
        const word = words[Math.imul(others[start + i], groups) + (k >> 2)];
        const code = ((word >>> ((k & 3) << 3)) - from[node]) & 255;
        places[i] = next[node] + ((last[node] - code) >>> 31);
      }
    }
    for (let i = 0; i < size; i++) margins[others[start + i]] += value[places[i]];
  }
}
