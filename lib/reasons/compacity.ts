import {mean, median} from "d3-array";
import type {ReasonsQuality} from "../wire/ExplainData.js";

const NEAR = 0.1; // of the decision
const TOP = 5;

/**
 * How few features tell a model's decisions.
 *
 * Of a row, S(k) is the sum of its k contributions of largest |φ|, and S the sum of all: prediction minus base. What is
 * missing from the decision after k features is d(k) = |S(k) − S| / |S|. The row's compacity is the fewest k with
 * d(k) <= .1; a later feature may lead away again. Its share of the five is 1 − d(5), not below 0. Where S is 0 no feature
 * is needed and the share is 1.
 *
 * @param phi contributions: one column a feature, one value a row
 * @returns median of the rows' compacities; the fewest k that is enough for 90 % of them; mean of their shares
 * @throws RangeError if there is no feature or no row
 * @see Shapash's compacity (github.com/MAIF/shapash, explanation_metrics.py), with its relative distance; it takes the
 *   absolute one for probabilities
 */
export function compacity(
  phi: readonly ArrayLike<number>[]
): Pick<ReasonsQuality, "compacity" | "compacityHigh" | "topFiveShare"> {
  const rows = phi[0]?.length ?? 0;
  if (rows === 0) throw new RangeError(`compacity requires features and rows; got ${phi.length} and ${rows}`);
  const told = Array.from({length: rows}, (_, i) => compacityOfRow(phi.map((column) => column[i])));
  const needed = told.map(({features}) => features).sort((a, b) => a - b);
  return {
    compacity: median(needed)!,
    compacityHigh: needed[Math.ceil(0.9 * rows) - 1],
    topFiveShare: mean(told, ({share}) => share)!
  };
}

function compacityOfRow(phi: number[]): {features: number; share: number} {
  const sums = [0]; // of the k strongest
  phi.sort((a, b) => Math.abs(b) - Math.abs(a)).forEach((value, k) => sums.push(sums[k] + value));
  const all = sums[phi.length];
  const missing = sums.map((sum) => (all === 0 ? 0 : Math.abs((sum - all) / all)));
  return {
    features: missing.findIndex((share) => share <= NEAR),
    share: Math.max(0, 1 - missing[Math.min(TOP, phi.length)])
  };
}
