import {randomSource} from "../random/randomSource.js";
import {dealRows} from "./dealRows.js";
import {type Group, placeGroups} from "./placeGroups.js";
import {stratumOfRows} from "./stratumOfRows.js";

export interface FoldRequest {
  readonly label: ArrayLike<number>; // n values, each 0 or 1
  readonly groups?: ArrayLike<string | number>; // n names or ids; no group is put in two folds
  readonly strata?: ArrayLike<string | number>; // n values, such as decades, balanced besides the label
  readonly folds?: number; // 2 .. 255
  readonly seed: number;
}

/**
 * The fold each row is tested in, shared by all models of an exam.
 *
 * Without groups, rows are dealt at random within each label (and stratum); with groups, whole groups are placed so
 * that labels and strata stay balanced. Groups are told apart by their text: 1 and "1" are one group. Their folds do
 * not depend on the order of rows.
 *
 * @returns fold of each row, 0 .. folds - 1
 * @throws RangeError if lengths differ, a label is not 0 or 1, folds is not in 2 .. 255, or either label has fewer
 *   rows (or groups that hold it) than folds
 */
export function assignFolds({label, groups, strata, folds = 5, seed}: FoldRequest): Uint8Array {
  const n = label.length;
  if (!Number.isInteger(folds) || folds < 2 || folds > 255) {
    throw new RangeError(`assignFolds requires 2 to 255 folds; got ${folds}`);
  }
  if ((groups && groups.length !== n) || (strata && strata.length !== n)) {
    throw new RangeError(
      `assignFolds requires equal lengths; got label ${n}, groups ${groups?.length ?? "none"}, strata ${strata?.length ?? "none"}`
    );
  }
  for (let i = 0; i < n; i++) {
    if (label[i] !== 0 && label[i] !== 1) {
      throw new RangeError(`assignFolds requires labels 0 and 1; got ${label[i]} at row ${i}`);
    }
  }
  const {stratum, count} = stratumOfRows(label, strata);
  const random = randomSource(seed);
  if (!groups) {
    const hits = Array.from(label).filter((value) => value === 1).length;
    requireEnough(hits, n - hits, "rows", folds);
    return dealRows(stratum, count, folds, random);
  }
  const units = groupsOf(groups);
  const holding = (value: number) => units.filter(({rows}) => rows.some((row) => label[row] === value)).length;
  requireEnough(holding(1), holding(0), "groups", folds);
  return placeGroups(units, stratum, count, folds, random);
}

function requireEnough(hits: number, flops: number, what: string, folds: number): void {
  if (Math.min(hits, flops) < folds) {
    throw new RangeError(
      `assignFolds requires at least ${folds} ${what} of each label; got ${hits} of 1 and ${flops} of 0`
    );
  }
}

/** Groups with their rows, sorted by name so that the order of rows does not show. */
function groupsOf(groups: ArrayLike<string | number>): Group[] {
  const rowsOf = new Map<string, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const key = String(groups[i]);
    const rows = rowsOf.get(key);
    if (rows) rows.push(i);
    else rowsOf.set(key, [i]);
  }
  return [...rowsOf].map(([key, rows]) => ({key, rows})).sort((a, b) => (a.key < b.key ? -1 : 1));
}
