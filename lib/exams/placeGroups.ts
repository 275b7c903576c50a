import {shuffle} from "./shuffle.js";

/** A group that must not be split. */
export interface Group {
  readonly key: string;
  readonly rows: number[];
}

/**
 * Stratified folds of whole groups, greedily: the largest group first, each where it disturbs the balance least.
 *
 * Balance is Σ n² / T over folds and strata, n being a fold's rows of the stratum and T all rows of it, plus the same
 * for the folds' sizes; its least value is the even split. Groups of one size come in random order.
 *
 * @param groups in an order that does not depend on the order of rows
 * @param stratum number of each row's stratum, 0 .. strata - 1
 * @param strata how many there are
 * @param folds how many folds
 * @param random uniform in [0, 1)
 * @returns fold of each row, 0 .. folds - 1
 */
export function placeGroups(
  groups: readonly Group[],
  stratum: Int32Array,
  strata: number,
  folds: number,
  random: () => number
): Uint8Array {
  const totals = new Float64Array(strata);
  for (const s of stratum) totals[s]++;
  const held = Array.from({length: folds}, () => ({rows: 0, strata: new Float64Array(strata)}));
  const fold = new Uint8Array(stratum.length);
  const counts = new Float64Array(strata);
  const ordered = shuffle([...groups], random).sort((a, b) => b.rows.length - a.rows.length);
  for (const {rows} of ordered) {
    counts.fill(0);
    for (const row of rows) counts[stratum[row]]++;
    let best = 0;
    let least = Infinity;
    for (let f = 0; f < folds; f++) {
      // What n² / T grows by, without the part that is the same for every fold.
      let growth = (held[f].rows * rows.length) / stratum.length;
      for (let s = 0; s < strata; s++) growth += (held[f].strata[s] * counts[s]) / totals[s];
      if (growth < least) {
        least = growth;
        best = f;
      }
    }
    held[best].rows += rows.length;
    for (let s = 0; s < strata; s++) held[best].strata[s] += counts[s];
    for (const row of rows) fold[row] = best;
  }
  return fold;
}
