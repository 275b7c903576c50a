import type {TreeEnsemble} from "../trees/types.js";
import type {Lookup} from "./planLookups.js";
import type {TableKind} from "./tableKind.js";

/**
 * Prepares to fill the tables of look-ups: what the leaves of a subtree together add to each column, for every way a
 * row can meet the conditions above the subtree and answer the splits in it.
 *
 * @param shares from `coverShares(ensemble)`
 * @returns a function that adds a look-up's table to zeros in `tables` at `offset`: 2^bits values a column
 */
export function lookupTable(ensemble: TreeEnsemble, shares: Float64Array, {columnsOf, leafTables}: TableKind) {
  const {feature, left, right, value} = ensemble;
  const leafTable = leafTables();

  return function fill(lookup: Lookup, tables: Float64Array, offset: number): void {
    const above = lookup.shares.length;
    const low = 2 ** above;
    const high = 2 ** lookup.splits.length;
    const keep = new Int32Array(high); // bits of the leaf's mask that the answers leave as they are above,
    const gain = new Int32Array(high); // and bits that they set

    /** Adds a leaf: `features` and `z` of its path, and the answers that lead to it from the root of the look-up. */
    function addLeaf(node: number, features: readonly number[], z: readonly number[], answers: [number, boolean][]) {
      for (let h = 0; h < high; h++) {
        let met = 2 ** features.length - 1;
        for (const [split, goesLeft] of answers)
          if (((h >>> split) & 1) !== Number(goesLeft)) met &= ~(1 << features.indexOf(feature[lookup.splits[split]]));
        keep[h] = met & (low - 1);
        gain[h] = met & ~(low - 1);
      }
      const columns = columnsOf(features);
      leafTable(value[node], z, (k, values) => {
        let to = offset + lookup.columns.indexOf(columns[k]) * low * high;
        for (let h = 0; h < high; h++) {
          const kept = keep[h];
          const gained = gain[h];
          for (let m = 0; m < low; m++) tables[to + m] += values[(m & kept) | gained];
          to += low;
        }
      });
    }

    function visit(node: number, features: readonly number[], z: readonly number[], answers: [number, boolean][]) {
      if (left[node] < 0) {
        addLeaf(node, features, z, answers);
        return;
      }
      const split = lookup.splits.indexOf(node);
      const at = features.indexOf(feature[node]);
      for (const goesLeft of [true, false]) {
        const child = goesLeft ? left[node] : right[node];
        const below = at < 0 ? [...z, shares[child]] : z.with(at, z[at] * shares[child]);
        visit(child, at < 0 ? [...features, feature[node]] : features, below, [...answers, [split, goesLeft]]);
      }
    }
    visit(lookup.root, lookup.features, lookup.shares, []);
  };
}
