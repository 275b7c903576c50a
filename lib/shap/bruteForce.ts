import type {RowExplanation} from "./types.js";

/**
 * Shapley values by their definition, from the value of every coalition of players: the check on every faster way.
 *
 * φⱼ = Σ over S without j of |S|! (n − |S| − 1)! / n! × (v(S ∪ {j}) − v(S))
 *
 * For a tree ensemble the values come from `coalitionValues`, as `(S) => values[S]`.
 *
 * @param valueOf the value of the coalition whose members are the set bits of its argument; asked once each
 * @param features number of players, 0 to 24
 * @returns base v(∅) and n values, in the unit of `valueOf`; they add up to the value of all players together
 * @throws RangeError if the number of features is out of range
 * @see Shapley 1953, A value for n-person games, equation 13
 */
export function bruteForce(valueOf: (coalition: number) => number, features: number): RowExplanation {
  if (!(Number.isInteger(features) && features >= 0 && features <= 24))
    throw new RangeError(`bruteForce requires 0 to 24 features; got ${features}`);
  const values = Float64Array.from({length: 2 ** features}, (_, S) => valueOf(S));
  // |S|! (n - |S| - 1)! / n! = 1 / (n × binomial(n - 1, |S|))
  const weights = new Float64Array(features);
  for (let size = 0, binomial = 1; size < features; size++) {
    weights[size] = 1 / (features * binomial);
    binomial = (binomial * (features - 1 - size)) / (size + 1);
  }
  const sizes = new Uint8Array(values.length);
  for (let S = 1; S < values.length; S++) sizes[S] = sizes[S >>> 1] + (S & 1);
  const phi = new Float64Array(features);
  for (let j = 0; j < features; j++)
    for (let S = 0; S < values.length; S++)
      if (((S >>> j) & 1) === 0) phi[j] += weights[sizes[S]] * (values[S | (1 << j)] - values[S]);
  return {base: values[0], phi};
}
