import {playersOf} from "./playersOf.js";
import type {RowInteractions} from "./types.js";
import {shapleyOfValues} from "./shapleyOfValues.js";
import {sumMembers} from "./sumMembers.js";
import {weighBySize} from "./weighBySize.js";

/**
 * SHAP interaction values from the values of all coalitions, in a time that grows like their number.
 *
 * Φij = ½ Σ over S without i and j of w(|S|) (v(S ∪ {i, j}) − v(S ∪ {i}) − v(S ∪ {j}) + v(S)), where
 * w(s) = s! (n − s − 2)! / (n − 1)!, and Φii = φi − Σ over j ≠ i of Φij
 *
 * By coalitions, v(S) counts w(|S|) times if neither is in S, −w(|S| − 1) if one is, and w(|S| − 2) if both are: in all
 * w(|S|), less w(|S|) + w(|S| − 1) for each that is in S, and w(|S|) + 2w(|S| − 1) + w(|S| − 2) more if both are.
 *
 * @param values 2^n numbers; index S is the coalition of the bits of S. They stay as they are
 * @throws RangeError if there are not 2^n values
 * @see Grabisch and Roubens 1999, International Journal of Game Theory 28, 547-565; halved and with main effects as in
 *   Lundberg, Erion and Lee 2018, arXiv 1802.03888, equations 3-5
 */
export function interactionsOfValues(values: Float64Array): RowInteractions {
  const n = playersOf("interactionsOfValues", values);
  const weights = new Map<number, number>(); // w by size
  for (let s = 0, binomial = 1; s <= n - 2; binomial *= (n - 2 - s) / (s + 1), s++)
    weights.set(s, 1 / ((n - 1) * binomial));
  const w = (size: number) => weights.get(size) ?? 0;
  const each = weighBySize(values, w);
  let always = 0;
  for (let S = 0; S < each.length; S++) always += each[S];
  const one = sumMembers(weighBySize(values, (s) => w(s) + w(s - 1)));
  const both = weighBySize(values, (s) => w(s) + 2 * w(s - 1) + w(s - 2));

  const {base, phi: main} = shapleyOfValues(values);
  const phi = new Float64Array(n * n);
  for (let j = n - 1; j >= 0; j--) {
    const half = 1 << j;
    // as in `sumMembers`: those with j, and then all as if they were without
    const withJ = sumMembers(both.slice(half, 2 * half));
    for (let S = 0; S < half; S++) both[S] += both[half + S];
    for (let i = 0; i < j; i++) {
      phi[i * n + j] = phi[j * n + i] = (always - one[i] - one[j] + withJ[i]) / 2;
      main[i] -= phi[i * n + j];
      main[j] -= phi[i * n + j];
    }
  }
  for (let i = 0; i < n; i++) phi[i * n + i] = main[i];
  return {base, phi};
}
