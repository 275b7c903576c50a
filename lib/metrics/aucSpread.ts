import {groupIndex} from "./groupIndex.js";

/** How far an AUC, or a difference of two, strays when other groups are drawn. */
export interface AucSpread {
  readonly variance: number; // Infinity if fewer than two groups hold hits, or flops: nothing tells it
  readonly pairs: number; // the most pairs of a hit and a flop of two groups that share no group
}

/**
 * Variance of an AUC whose rows come in groups: the components are summed by group, and groups are independent.
 *
 * var = I₁/(I₁−1) Σ a² + I₀/(I₀−1) Σ b² + 2 I/(I−1) Σ ab over groups, where a is a group's sum of deviations over its
 * hits, b over its flops, and I₁, I₀ and I count the groups with hits, with flops, and all
 *
 * It is bilinear in the components: differences of two models' deviations give the variance of their AUCs'
 * difference. With one row a group it is DeLong's.
 *
 * @param y outcomes, n values, each 0 or 1, of both classes
 * @param deviation of aucComponents, n values
 * @param groups n names or ids
 * @see Obuchowski 1997, Biometrics 53(2)
 */
export function aucSpread(
  y: ArrayLike<number>,
  deviation: Float64Array,
  groups: ArrayLike<string | number>
): AucSpread {
  const {index, count} = groupIndex(groups);
  const [ofFlops, ofHits] = [new Float64Array(count), new Float64Array(count)];
  const [holdsFlop, holdsHit] = [new Uint8Array(count), new Uint8Array(count)];
  index.forEach((group, row) => {
    (y[row] === 1 ? ofHits : ofFlops)[group] += deviation[row];
    (y[row] === 1 ? holdsHit : holdsFlop)[group] = 1;
  });
  const hitGroups = holdsHit.reduce((sum, holds) => sum + holds, 0);
  const flopGroups = holdsFlop.reduce((sum, holds) => sum + holds, 0);
  const pairs = Math.min(hitGroups, flopGroups, Math.floor(count / 2));
  if (hitGroups < 2 || flopGroups < 2) return {variance: Infinity, pairs};
  let variance = 0;
  for (let g = 0; g < count; g++) {
    variance += (hitGroups / (hitGroups - 1)) * ofHits[g] ** 2;
    variance += (flopGroups / (flopGroups - 1)) * ofFlops[g] ** 2;
    variance += (2 * count * ofHits[g] * ofFlops[g]) / (count - 1);
  }
  return {variance: Math.max(0, variance), pairs}; // below 0 by rounding only
}
