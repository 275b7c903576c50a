import {leafIntegrals} from "./leafIntegrals.js";
import {MOST_BITS} from "./planLookups.js";
import type {LeafTables, TableKind} from "./tableKind.js";
import {treeWalker} from "./treeWalker.js";

/** SHAP values: a number a feature. */
export const valueTables: TableKind = {
  count: (features) => features,
  columnsOf: (features) => [...features],
  leafTables: leafValues,
  walker: treeWalker
};

/**
 * Prepares what a leaf adds to the SHAP values. Where m is the set of features whose conditions the row meets,
 *
 *   φᵈ = (1 − zᵈ) × Z(m) × B(m \ d) if d is in m, and −Z(m) × B(m) if not
 */
function leafValues(): LeafTables {
  const {B, Z, integrate} = leafIntegrals(1);
  const phi = new Float64Array(2 ** MOST_BITS);
  const unmet = new Float64Array(2 ** MOST_BITS);
  return (leaf, z, add) => {
    const D = z.length;
    integrate(leaf, z);
    for (let m = 0; m < 2 ** D; m++) unmet[m] = -B[m] * Z[m];
    for (let d = 0; d < D; d++) {
      const bit = 1 << d;
      for (let block = 0; block < 2 ** D; block += 2 * bit)
        for (let m = block; m < block + bit; m++) {
          phi[m] = unmet[m];
          phi[m + bit] = (1 - z[d]) * B[m] * Z[m + bit];
        }
      add(d, phi);
    }
  };
}
