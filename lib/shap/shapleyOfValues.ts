import {playersOf} from "./playersOf.js";
import {sumMembers} from "./sumMembers.js";
import type {RowExplanation} from "./types.js";
import {weighBySize} from "./weighBySize.js";

/**
 * Shapley values from the values of all coalitions: `bruteForce` in a time that grows like their number.
 *
 * φᵢ = Σ over S with i of w(|S| − 1) v(S) − Σ over S without i of w(|S|) v(S), where w(s) = s! (n − s − 1)! / n!
 *    = Σ over S with i of (w(|S| − 1) + w(|S|)) v(S) − Σ over all S of w(|S|) v(S)
 *
 * The last sum is the same for all players, so it follows from what they add up to.
 *
 * @param values 2^n numbers; index S is the coalition of the bits of S. They stay as they are
 * @returns base v(∅) and n values, in the unit of `values`; they add up to the value of all players together
 * @throws RangeError if there are not 2^n values
 * @see Shapley 1953, A value for n-person games, equation 13
 */
export function shapleyOfValues(values: Float64Array): RowExplanation {
  const n = playersOf("shapleyOfValues", values);
  const weights = new Float64Array(n + 1); // w by size; 0 where nobody is left to join
  for (let s = 0, binomial = 1; s < n; binomial *= (n - 1 - s) / (s + 1), s++) weights[s] = 1 / (n * binomial);
  const phi = sumMembers(weighBySize(values, (s) => (s > 0 ? weights[s - 1] : 0) + weights[s]));
  const added = values[values.length - 1] - values[0];
  const shared = (phi.reduce((sum, x) => sum + x, 0) - added) / n;
  return {base: values[0], phi: phi.map((x) => x - shared)};
}
