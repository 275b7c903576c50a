import type {BinMatrix} from "./binMatrix.js";
import {boundedWeight} from "./boundedWeight.js";
import {HESSIAN_UNIT} from "./packGradients.js";
import type {BestSplit} from "./searchColumn.js";

/** What a search under bounds needs to know of the node, in the units of its packed sums. */
export interface BoundedTotals {
  readonly gradient: number;
  readonly hessian: number;
  readonly lambda: number;
  readonly minHessian: number; // of a child
  readonly lower: number; // of the weights of its children
  readonly upper: number;
}

/**
 * Looks for the best split of a node of a tree in which columns have an order to keep.
 *
 * A node of weight w scores −2 G w − (H + λ) w²: that is G²/(H + λ) where w = −G/(H + λ) lies within the bounds. Splits
 * that put the heavier child on the wrong side of a column's order are passed over, but for one of missing from
 * present, which says nothing of the order of known values.
 *
 * @param best receives the split; its score is a plain number here, its denominator 1
 * @param leastGain what a split's score has to pass the node's own by
 * @param histograms packed sums, one array a word
 * @param columns the sampled columns of the matrix
 * @param signs one a column of X; see monotoneSigns
 * @returns by how much the split's score passes the node's own
 */
export function searchMonotone(
  best: BestSplit,
  totals: BoundedTotals,
  leastGain: number,
  histograms: readonly Float64Array[],
  columns: readonly number[],
  matrix: BinMatrix,
  signs: Int8Array
): number {
  const {gradient, hessian, lambda, lower, upper} = totals;
  const whole = score(gradient, hessian + lambda, lower, upper);
  best.numerator = whole + leastGain;
  best.denominator = 1;
  best.column = -1;
  for (const k of columns) {
    const {first, size, feature} = matrix.columns[k];
    const offset = (k & 3) << 8;
    const codes = histograms[k >> 2].subarray(offset, offset + size);
    searchCodes(best, totals, codes, 0, first, signs[feature], k);
    if (first === 1 && codes[0] !== 0) searchCodes(best, totals, codes, 1, first, signs[feature], k);
  }
  return best.numerator - whole;
}

/** As searchColumn: codes `from` .. b to the left, everything else to the right. */
function searchCodes(
  best: BestSplit,
  {gradient, hessian, lambda, minHessian, lower, upper}: BoundedTotals,
  codes: Float64Array,
  from: number,
  first: number,
  sign: number,
  column: number
): void {
  let sum = 0;
  for (let code = from; code + 1 < codes.length; code++) {
    if (codes[code] === 0) continue;
    sum += codes[code];
    const left = Math.floor(sum / HESSIAN_UNIT + 0.5);
    if (left < minHessian) continue;
    if (left > hessian - minHessian) break;
    const gradientLeft = sum - left * HESSIAN_UNIT;
    const gradientRight = gradient - gradientLeft;
    const a = left + lambda;
    const b = hessian - left + lambda;
    const rise = boundedWeight(gradientRight, b, lower, upper) - boundedWeight(gradientLeft, a, lower, upper);
    if (rise * sign < 0 && code >= first) continue;
    const numerator = score(gradientLeft, a, lower, upper) + score(gradientRight, b, lower, upper);
    if (numerator > best.numerator) Object.assign(best, {numerator, column, code, from, left: sum});
  }
}

function score(gradient: number, hessian: number, lower: number, upper: number): number {
  const w = boundedWeight(gradient, hessian, lower, upper);
  return -(2 * gradient + hessian * w) * w;
}
