import {gaussLegendre} from "./gaussLegendre.js";
import {MOST_BITS} from "./planLookups.js";

/**
 * Prepares the two factors of what a leaf adds, for every set m of its path's features whose conditions a row meets.
 *
 * Of a leaf with D features on its path and their cover shares z,
 *
 *   Z(m) = value × Π over k not in m of zᵏ, and
 *   B(m) = ∫₀¹ (1 − t)^(D − |m| − order) Π over k in m of (zᵏ + (1 − zᵏ) t) dt, for sets of up to D − order
 *
 * by Gauss-Legendre quadrature, exact for this degree. Nothing is divided by a share, which may be 0.
 *
 * @param order how many features a number is about: 1 for values, 2 for pairs
 * @returns B, Z, and a function that fills their first 2^D places for a leaf of D ≥ order features
 */
export function leafIntegrals(order: number) {
  const rules = Array.from({length: MOST_BITS + 1}, (_, D) =>
    gaussLegendre(Math.max(1, Math.ceil((D + 1 - order) / 2)))
  );
  const B = new Float64Array(2 ** MOST_BITS);
  const Z = new Float64Array(2 ** MOST_BITS);
  const powers = new Float64Array(2 ** MOST_BITS);

  function integrate(leaf: number, z: readonly number[]): void {
    const D = z.length;
    const full = 2 ** D - 1;
    B.fill(0, 0, full + 1);
    const {points, weights} = rules[D];
    for (let q = 0; q < points.length; q++) {
      const t = points[q];
      powers[0] = weights[q] * (1 - t) ** (D - order);
      for (let k = 0; k < D; k++) {
        const ratio = (z[k] + (1 - z[k]) * t) / (1 - t);
        const half = 1 << k;
        for (let m = 0; m < half; m++) powers[half + m] = powers[m] * ratio;
      }
      for (let m = 0; m < full; m++) B[m] += powers[m];
    }
    Z[full] = leaf;
    for (let k = 0; k < D; k++) {
      const half = 1 << k;
      for (let c = 0; c < half; c++) Z[full - half - c] = Z[full - c] * z[k];
    }
  }
  return {B, Z, integrate};
}
