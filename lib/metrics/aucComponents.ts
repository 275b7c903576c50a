import {rankRows} from "./rankRows.js";

/** An AUC taken apart into what each row adds to its sampling error. */
export interface AucComponents {
  readonly auc: number; // in [0, 1], ties counted half
  readonly deviation: Float64Array; // a row: (V - AUC) / rows of its class; sums to 0 in either class
}

/**
 * DeLong's structural components, from one sort of the rows.
 *
 * V of a hit is the share of flops below it, V of a flop the share of hits above it, ties counted half; the mean of
 * either is the AUC. All rows of a tie share their counts, which is what mid-ranks give.
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]; checked by the caller
 * @returns null with one class
 * @see DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44(3); in O(n log n): Sun and Xu 2014, IEEE Signal
 *   Processing Letters 21(11)
 */
export function aucComponents(y: ArrayLike<number>, p: ArrayLike<number>): AucComponents | null {
  const rows = rankRows(p);
  const hits = rows.reduce((sum, row) => sum + y[row], 0);
  const flops = rows.length - hits;
  if (hits === 0 || flops === 0) return null;
  const share = new Float64Array(rows.length); // V
  let hitsAbove = 0;
  let flopsAbove = 0;
  let won = 0;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    let hitsHere = 0;
    for (; to < rows.length && p[rows[to]] === p[rows[from]]; to++) hitsHere += y[rows[to]];
    const flopsHere = to - from - hitsHere;
    for (const row of rows.subarray(from, to)) {
      share[row] = y[row] === 1 ? (flops - flopsAbove - flopsHere / 2) / flops : (hitsAbove + hitsHere / 2) / hits;
    }
    won += flopsHere * (hitsAbove + hitsHere / 2);
    hitsAbove += hitsHere;
    flopsAbove += flopsHere;
  }
  const auc = won / (hits * flops);
  return {auc, deviation: share.map((value, row) => (value - auc) / (y[row] === 1 ? hits : flops))};
}
