import type {TreeEnsemble} from "../trees/types.js";
import {gaussLegendre} from "./gaussLegendre.js";
import {MOST_BITS, type Lookup} from "./planLookups.js";

/**
 * Prepares to fill the tables of look-ups: what the leaves of a subtree together add to each feature's SHAP value, for
 * every way a row can meet the conditions above the subtree and answer the splits in it.
 *
 * Of a leaf with D features on its path, m the set whose conditions the row meets and z their cover shares,
 *
 *   φᵈ = value × (1 − zᵈ) × Z(m) × B(m \ d) if d is in m, and −value × Z(m) × B(m) if not, where
 *   Z(m) = Π over k not in m of zᵏ, and
 *   B(m) = ∫₀¹ (1 − t)^(D − |m| − 1) Π over k in m of (zᵏ + (1 − zᵏ) t) dt
 *
 * by Gauss-Legendre quadrature, exact for this degree. Nothing is divided by a share, which may be 0.
 *
 * @param shares from `coverShares(ensemble)`
 * @returns a function that adds a look-up's table to zeros in `tables` at `offset`: 2^bits values a feature
 */
export function lookupTable(ensemble: TreeEnsemble, shares: Float64Array) {
  const {feature, left, right, value} = ensemble;
  const rules = Array.from({length: MOST_BITS + 1}, (_, D) => gaussLegendre(Math.max(1, Math.ceil(D / 2))));
  const B = new Float64Array(2 ** MOST_BITS);
  const Z = new Float64Array(2 ** MOST_BITS);
  const powers = new Float64Array(2 ** MOST_BITS);
  const phi = new Float64Array(2 ** MOST_BITS);
  const unmet = new Float64Array(2 ** MOST_BITS);

  /** Fills B and Z (value included) for all subsets of the features whose shares are z. */
  function integrate(leaf: number, z: readonly number[]): void {
    const D = z.length;
    const full = 2 ** D - 1;
    B.fill(0, 0, full + 1);
    const {points, weights} = rules[D];
    for (let q = 0; q < points.length; q++) {
      const t = points[q];
      powers[0] = weights[q] * (1 - t) ** (D - 1);
      for (let k = 0; k < D; k++) {
        const ratio = (z[k] + (1 - z[k]) * t) / (1 - t);
        const half = 1 << k;
        for (let m = 0; m < half; m++) powers[half + m] = powers[m] * ratio;
      }
      for (let m = 0; m < full; m++) B[m] += powers[m];
    }
    B[full] = 0; // nothing is unmet there
    Z[full] = leaf;
    for (let k = 0; k < D; k++) {
      const half = 1 << k;
      for (let c = 0; c < half; c++) Z[full - half - c] = Z[full - c] * z[k];
    }
  }

  return function fill(lookup: Lookup, tables: Float64Array, offset: number): void {
    const above = lookup.shares.length;
    const low = 2 ** above;
    const high = 2 ** lookup.splits.length;
    const keep = new Int32Array(high); // bits of the leaf's mask that the answers leave as they are above,
    const gain = new Int32Array(high); // and bits that they set

    /** Adds a leaf: `features` and `z` of its path, and the answers that lead to it from the root of the look-up. */
    function addLeaf(node: number, features: readonly number[], z: readonly number[], answers: [number, boolean][]) {
      const D = features.length;
      integrate(value[node], z);
      for (let h = 0; h < high; h++) {
        let met = 2 ** D - 1;
        for (const [split, goesLeft] of answers)
          if (((h >>> split) & 1) !== Number(goesLeft)) met &= ~(1 << features.indexOf(feature[lookup.splits[split]]));
        keep[h] = met & (low - 1);
        gain[h] = met & ~(low - 1);
      }
      for (let m = 0; m < 2 ** D; m++) unmet[m] = -B[m] * Z[m];
      for (let d = 0; d < D; d++) {
        const bit = 1 << d;
        for (let block = 0; block < 2 ** D; block += 2 * bit)
          for (let m = block; m < block + bit; m++) {
            phi[m] = unmet[m];
            phi[m + bit] = (1 - z[d]) * B[m] * Z[m + bit];
          }
        let to = offset + lookup.features.indexOf(features[d]) * low * high;
        for (let h = 0; h < high; h++) {
          const kept = keep[h];
          const gained = gain[h];
          for (let m = 0; m < low; m++) tables[to + m] += phi[(m & kept) | gained];
          to += low;
        }
      }
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
    visit(lookup.root, lookup.features.slice(0, above), lookup.shares, []);
  };
}
