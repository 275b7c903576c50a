import type {GrownTree} from "./grownTree.js";

/** Adds to each sampled row's margin the value of the leaf it was grown into. */
export function updateSampled(margins: Float64Array, tree: GrownTree, rows: Int32Array): void {
  for (let node = 0; node < tree.nodes; node++) {
    if (tree.next[node] !== node) continue;
    const value = tree.value[node];
    for (let i = tree.begin[node]; i < tree.end[node]; i++) margins[rows[i]] += value;
  }
}
