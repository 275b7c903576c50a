import {bruteForce} from "./bruteForce.js";
import type {RowInteractions} from "./types.js";

/**
 * Shapley interaction values by their definition, from the value of every coalition of players: the check on every
 * faster way.
 *
 * Φᵢⱼ = Σ over S without i and j of |S|! (n − |S| − 2)! / (2 (n − 1)!) × (v(S ∪ {i, j}) − v(S ∪ {i}) − v(S ∪ {j}) + v(S))
 *
 * for i ≠ j, and Φᵢᵢ = φᵢ − Σ over j ≠ i of Φᵢⱼ, φ being the values of `bruteForce`.
 *
 * @param valueOf the value of the coalition whose members are the set bits of its argument; asked twice each
 * @param features number of players, 0 to 24
 * @returns base v(∅) and n × n values, in the unit of `valueOf`; row i adds up to φᵢ
 * @throws RangeError if the number of features is out of range
 * @see Lundberg, Erion and Lee 2018, arXiv 1802.03888, equations 7-9; after Fujimoto, Kojadinovic and Marichal 2006
 */
export function bruteForceInteractions(valueOf: (coalition: number) => number, features: number): RowInteractions {
  const values = bruteForce(valueOf, features);
  const phi = new Float64Array(features * features);
  for (let i = 0; i < features; i++) phi[i * features + i] = values.phi[i];
  // |S|! (n - |S| - 2)! / (2 (n - 1)!) = 1 / (2 (n - 1) × binomial(n - 2, |S|))
  const weights = new Float64Array(features);
  for (let size = 0, binomial = 1; size < features - 1; size++) {
    weights[size] = 1 / (2 * (features - 1) * binomial);
    binomial = (binomial * (features - 2 - size)) / (size + 1);
  }
  const sizeOf = (S: number): number => (S === 0 ? 0 : (S & 1) + sizeOf(S >>> 1));
  for (let i = 0; i < features; i++)
    for (let j = 0; j < i; j++) {
      const [I, J] = [1 << i, 1 << j];
      let both = 0;
      for (let S = 0; S < 2 ** features; S++)
        if ((S & (I | J)) === 0)
          both += weights[sizeOf(S)] * (valueOf(S | I | J) - valueOf(S | I) - valueOf(S | J) + valueOf(S));
      phi[i * features + j] = phi[j * features + i] = both;
      phi[i * features + i] -= both;
      phi[j * features + j] -= both;
    }
  return {base: values.base, phi};
}
