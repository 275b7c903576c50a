import {HESSIAN_UNIT} from "./packGradients.js";

const ROUND = 6755399441055744; // 1.5 · 2^52: adding and taking it away rounds to the nearest whole number

/** The best split of a node so far; scores are fractions, compared by cross-multiplication. */
export interface BestSplit {
  numerator: number;
  denominator: number;
  column: number; // -1 while there is none
  code: number; // codes from `from` to here go left
  from: number; // 0, or 1 where missing values go right
  left: number; // packed sum of the left child
}

/** What a search needs to know of the node, in the units of its packed sums. */
export interface NodeTotals {
  readonly hessian: number;
  readonly ratio: number; // G / (H + 2λ)
  readonly both: number; // H + 2λ
  readonly lambda: number;
  readonly minHessian: number; // of a child
}

/**
 * Looks for a better split of one column: codes `from` .. b to the left, everything else to the right.
 *
 * With a = H_L + λ and b = H_R + λ, XGBoost's gain G_L²/a + G_R²/b − G²/(H + λ) equals, up to what is the same for all
 * splits of the node, (G_L − a G/(a + b))² / (a b): one fraction, compared without dividing.
 *
 * @param histogram packed sums; those of the column start at `offset`
 * @param size codes of the column; the last cannot go left, as nothing would be left over
 */
export function searchColumn(
  best: BestSplit,
  totals: NodeTotals,
  histogram: Float64Array,
  offset: number,
  from: number,
  size: number,
  column: number
): void {
  const {hessian, ratio, both, lambda, minHessian} = totals;
  const mostHessian = hessian - minHessian;
  const unit = HESSIAN_UNIT;
  const perUnit = 1 / HESSIAN_UNIT;
  let {numerator, denominator} = best;
  let found = -1;
  let foundSum = 0;
  let sum = 0;
  const end = offset + size - 1;
  for (let at = offset + from; at < end; at++) {
    const bin = histogram[at];
    if (bin === 0) continue;
    sum += bin;
    const left = sum * perUnit + ROUND - ROUND;
    if (left < minHessian) continue;
    if (left > mostHessian) break;
    const a = left + lambda;
    const d = sum - left * unit - a * ratio;
    const n = d * d;
    const m = a * (both - a);
    if (n * denominator > numerator * m) {
      numerator = n;
      denominator = m;
      found = at;
      foundSum = sum;
    }
  }
  if (found < 0) return;
  best.numerator = numerator;
  best.denominator = denominator;
  best.column = column;
  best.code = found - offset;
  best.from = from;
  best.left = foundSum;
}
