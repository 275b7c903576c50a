import {selectColumns, type Columns} from "../columns.js";
import type {TreeEnsemble} from "../trees/types.js";
import {addLookups, placeLookups} from "./addLookups.js";
import {columnRanks, MOST_SPLITS} from "./columnRanks.js";
import {coverShares} from "./coverShares.js";
import {expectedMargin} from "./expectedMargin.js";
import {lookupTable} from "./lookupTable.js";
import {planLookups} from "./planLookups.js";
import type {TableKind, Walker} from "./tableKind.js";
import {takeSteps} from "./takeSteps.js";
import type {ExplainOptions, Explanation} from "./types.js";

const BLOCK = 1024; // rows whose masks and sums stay in the nearer caches; even

/**
 * Adds up the numbers of one kind over the trees, for many rows.
 *
 * What a subtree adds to each number depends only on which conditions of its path, and which of its own splits, a row
 * meets. So these are written into a bit mask a row and subtree, column after column, and the sums are looked up in a
 * table that serves all rows. Trees too wide for tables are walked row by row.
 *
 * @param caller name of the function that complains
 * @param X as `shapTrees` takes it, and refused for the same reasons
 * @returns base, log-odds, and a column a number of the ensemble's features
 */
export function explainBatch(
  caller: string,
  kind: TableKind,
  ensemble: TreeEnsemble,
  X: Columns,
  {onProgress, signal}: ExplainOptions
): Explanation {
  const {columns} = selectColumns(X, ensemble.features);
  if (X.length < 1) throw new RangeError(`${caller} requires 1 row or more; got 0`);
  const odd = columns.findIndex((column) => column.length !== X.length);
  if (odd >= 0) {
    const got = `${columns[odd].length} in "${ensemble.features[odd]}"`;
    throw new RangeError(`${caller} requires ${X.length} values a column; got ${got}`);
  }
  const {starts} = ensemble;
  const trees = starts.length - 1;
  const shares = coverShares(ensemble);
  const phi = Array.from({length: kind.count(columns.length)}, () => new Float64Array(X.length));
  const explain = treeBatches(kind, ensemble, shares, columns, phi);
  for (let tree = 0; tree < trees; tree++) {
    signal?.throwIfAborted();
    explain(tree);
    onProgress?.(tree + 1, trees);
  }
  return {base: expectedMargin(ensemble, shares), phi};
}

/** Prepares to add one tree after the other to the columns phi of all rows. */
function treeBatches(
  kind: TableKind,
  ensemble: TreeEnsemble,
  shares: Float64Array,
  columns: readonly Float32Array[],
  phi: readonly Float64Array[]
): (tree: number) => void {
  const {starts} = ensemble;
  const length = phi[0]?.length ?? 0;
  const fill = lookupTable(ensemble, shares, kind);
  let ranks = columnRanks(ensemble, columns, 0, 0);
  let ranked = 0; // end of the nodes in `ranks`
  let masks = new Int32Array(0);
  let tables = new Float64Array(0);
  let walk: ((tree: number) => void) | undefined;

  return (tree) => {
    const [root, end] = [starts[tree], starts[tree + 1]];
    const plan = end - root > MOST_SPLITS ? null : planLookups(ensemble, shares, root, end, length, kind);
    if (!plan) {
      walk ??= rowWalks(kind.walker(ensemble, shares), columns, phi);
      walk(tree);
      return;
    }
    if (end > ranked) {
      ranked = starts.findLast((node) => node - root <= 2 * MOST_SPLITS)!; // half of the nodes are splits
      ranks = columnRanks(ensemble, columns, root, ranked);
    }
    const {offsets, size, ofColumn} = placeLookups(plan.lookups);
    if (tables.length < size) tables = new Float64Array(2 * size);
    else tables.fill(0, 0, size);
    plan.lookups.forEach((lookup, k) => fill(lookup, tables, offsets[k]));
    if (masks.length < (plan.slots * BLOCK) / 2) masks = new Int32Array(plan.slots * BLOCK);
    const ofRow = new Uint16Array(masks.buffer);
    for (let from = 0; from < length; from += BLOCK) {
      const rows = Math.min(BLOCK, length - from);
      masks.fill(0, 0, BLOCK); // slots 0 and 1
      takeSteps(plan.steps, ensemble, ranks, from / 2, Math.ceil(rows / 2), masks, BLOCK / 2);
      for (const [j, places] of ofColumn) addLookups(phi[j], from, rows, places, tables, ofRow, BLOCK);
    }
  };
}

/** Prepares to do the same by walking a tree for each row. */
function rowWalks(
  walk: Walker,
  columns: readonly Float32Array[],
  phi: readonly Float64Array[]
): (tree: number) => void {
  const x = new Float32Array(columns.length);
  const ofRow = new Float64Array(phi.length);
  return (tree) => {
    for (let i = 0; i < columns[0].length; i++) {
      for (let j = 0; j < x.length; j++) x[j] = columns[j][i];
      walk(tree, x, ofRow);
      for (let k = 0; k < ofRow.length; k++) phi[k][i] += ofRow[k];
      ofRow.fill(0);
    }
  };
}
