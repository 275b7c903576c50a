import {ROW_UNIT} from "./bag.js";
import type {CodeSums} from "./codeSums.js";

/** The best split of a node so far; scores are fractions, compared by cross-multiplication. */
export interface BestSplit {
  numerator: number; // 0 while there is none
  denominator: number;
  column: number; // of the bin matrix; -1 while there is none
  code: number; // codes to here go left
  missingLeft: boolean;
  left: number; // packed sum of the left child
}

/** What a search needs to know of the node. */
export interface NodeTotals {
  readonly weight: number; // rows drawn
  readonly hits: number; // of them
  readonly minLeaf: number; // least weight of a child
}

/**
 * Looks for a better split of one column.
 *
 * With w rows and h hits of the node's W and H on the left, the Gini impurity 2 p (1 − p) falls, times rows, by
 * 2/W · (h W − w H)² / (w (W − w)): the fraction is compared without dividing, and exact as far as its square. Missing
 * values are tried on both sides; where the node has none, they will go with the majority.
 *
 * @param count codes in `codes` and `ofCodes`; see takeCodes
 * @param hasMissing code 0 of the column stands for missing
 * @see Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees, section 4.3
 */
export function searchCodes(
  best: BestSplit,
  {weight, hits, minLeaf}: NodeTotals,
  {codes, ofCodes}: CodeSums,
  count: number,
  column: number,
  hasMissing: boolean
): void {
  const someMissing = hasMissing && codes[0] === 0;
  let {numerator, denominator} = best;
  for (let from = 0; from <= Number(someMissing); from++) {
    let found = -1;
    let left = 0;
    let sum = 0;
    for (let i = from; i < count - 1; i++) {
      sum += ofCodes[i];
      const w = Math.floor(sum / ROW_UNIT);
      if (w < minLeaf) continue;
      if (w > weight - minLeaf) break;
      const d = (sum - w * ROW_UNIT) * weight - w * hits;
      const n = d * d;
      const m = w * (weight - w);
      if (n * denominator > numerator * m) {
        numerator = n;
        denominator = m;
        found = i;
        left = sum;
      }
    }
    if (found < 0) continue;
    best.numerator = numerator;
    best.denominator = denominator;
    best.column = column;
    best.code = codes[found];
    best.missingLeft = someMissing ? from === 0 : 2 * Math.floor(left / ROW_UNIT) >= weight;
    best.left = left;
  }
}
