import {leafIntegrals} from "./leafIntegrals.js";
import {pairIndex} from "./pairIndex.js";
import {pairWalker} from "./pairWalker.js";
import {MOST_BITS} from "./planLookups.js";
import type {LeafTables, TableKind} from "./tableKind.js";
import {valueTables} from "./valueTables.js";

/** SHAP interaction values: a number a pair, and the SHAP values in the places (i, i) of `pairIndex`. */
export const pairTables: TableKind = {
  count: (features) => (features * (features + 1)) / 2,
  columnsOf: (features) => [
    ...features.map((i) => pairIndex(i, i)),
    ...features.flatMap((i, d) => features.slice(0, d).map((j) => pairIndex(i, j)))
  ],
  leafTables: leafPairs,
  walker: pairWalker
};

/**
 * Prepares what a leaf adds to the SHAP values and to half of each interaction. Where m is the set of features whose
 * conditions the row meets,
 *
 *   Φᵈᵉ = s / 2 × Z(m) × B(m \ d, e), s being the product of 1 − z for those of d and e in m and −1 for the others
 */
function leafPairs(): LeafTables {
  const values = valueTables.leafTables();
  const {B, Z, integrate} = leafIntegrals(2);
  const phi = new Float64Array(2 ** MOST_BITS);
  return (leaf, z, add) => {
    const D = z.length;
    values(leaf, z, add);
    if (D < 2) return;
    integrate(leaf / 2, z);
    let k = D;
    for (let d = 1; d < D; d++)
      for (let e = 0; e < d; e++) {
        const [one, two] = [1 << e, 1 << d];
        const [metOne, metTwo] = [z[e] - 1, z[d] - 1];
        for (let high = 0; high < 2 ** D; high += 2 * two)
          for (let middle = high; middle < high + two; middle += 2 * one)
            for (let m = middle; m < middle + one; m++) {
              phi[m] = B[m] * Z[m];
              phi[m + one] = metOne * B[m] * Z[m + one];
              phi[m + two] = metTwo * B[m] * Z[m + two];
              phi[m + one + two] = metOne * metTwo * B[m] * Z[m + one + two];
            }
        add(k++, phi);
      }
  };
}
