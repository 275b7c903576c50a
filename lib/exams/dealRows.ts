import {shuffle} from "./shuffle.js";

/**
 * Random stratified folds: the shuffled rows of each stratum are dealt out in turn, like cards.
 *
 * Dealing goes on from stratum to stratum where it stopped, so that sizes of folds differ by one row at most, and so
 * do their rows of each stratum.
 *
 * @param stratum number of each row's stratum, 0 .. strata - 1
 * @param strata how many there are
 * @param folds how many folds
 * @param random uniform in [0, 1)
 * @returns fold of each row, 0 .. folds - 1
 */
export function dealRows(stratum: Int32Array, strata: number, folds: number, random: () => number): Uint8Array {
  const rowsOf = Array.from({length: strata}, (): number[] => []);
  stratum.forEach((s, row) => rowsOf[s].push(row));
  const fold = new Uint8Array(stratum.length);
  let turn = 0;
  for (const rows of rowsOf) for (const row of shuffle(rows, random)) fold[row] = turn++ % folds;
  return fold;
}
