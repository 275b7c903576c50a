import {selectColumns, type Columns} from "../columns.js";
import type {TreeEnsemble} from "../trees/types.js";
import {columnRanks, type ColumnRanks} from "./columnRanks.js";
import {coverShares} from "./coverShares.js";
import {expectedMargin} from "./expectedMargin.js";
import {lookupTable} from "./lookupTable.js";
import {planLookups, type Lookup, type MaskStep} from "./planLookups.js";
import {treeWalker} from "./treeWalker.js";
import type {ExplainOptions, Explanation} from "./types.js";

const BLOCK = 1024; // rows whose masks and sums stay in the nearest caches

/**
 * Exact path-dependent SHAP values of many rows, log-odds: what XGBoost calls `pred_contribs`.
 *
 * What a subtree adds to each feature depends only on which conditions of its path, and which of its own splits, a row
 * meets. So these are written into a bit mask a row and subtree, column after column, and the sums are looked up in a
 * table that serves all rows. Trees too wide for tables are walked row by row (see `treeWalker`).
 *
 * @param X any columns; the model's features are picked by name. NaN is missing; an infinite value is compared like
 *   any other, as in `predictMargins`
 * @returns in every row, base plus the sum of phi is the margin of `predictMargins`
 * @throws RangeError if a feature of the model is not a column of X, X has no rows or a column of another length, or a
 *   cover is negative or not finite
 * @see Lundberg et al. 2020, Nature Machine Intelligence 2, 56-67, for the values
 */
export function shapTrees(ensemble: TreeEnsemble, X: Columns, {onProgress, signal}: ExplainOptions = {}): Explanation {
  const {columns, length} = selectColumns(X, ensemble.features);
  if (length < 1) throw new RangeError("shapTrees requires 1 row or more; got 0");
  const odd = columns.findIndex((column) => column.length !== length);
  if (odd >= 0)
    throw new RangeError(
      `shapTrees requires ${length} values a column; got ${columns[odd].length} in ${ensemble.features[odd]}`
    );
  const {starts} = ensemble;
  const trees = starts.length - 1;
  const shares = coverShares(ensemble);
  const ranks = columnRanks(ensemble, columns);
  const fill = lookupTable(ensemble, shares);
  const phi = columns.map(() => new Float64Array(length));
  let masks = new Uint16Array(0);
  let tables = new Float64Array(0);
  let walk: ReturnType<typeof walkRows> | undefined;

  for (let tree = 0; tree < trees; tree++) {
    signal?.throwIfAborted();
    const plan = planLookups(ensemble, shares, starts[tree], starts[tree + 1], length);
    if (!plan) {
      walk ??= walkRows(ensemble, shares, columns, phi);
      walk(tree);
    } else {
      const {adds, size} = placeTables(plan.lookups);
      if (tables.length < size) tables = new Float64Array(2 * size);
      tables.fill(0, 0, size);
      if (masks.length < plan.slots * BLOCK) masks = new Uint16Array(2 * plan.slots * BLOCK);
      let offset = 0;
      for (const lookup of plan.lookups) {
        fill(lookup, tables, offset);
        offset += tableSize(lookup) * lookup.features.length;
      }
      for (let from = 0; from < length; from += BLOCK) {
        const rows = Math.min(BLOCK, length - from);
        masks.fill(0, 0, rows);
        for (const step of plan.steps) takeStep(step, ensemble, ranks, from, rows, masks);
        for (const [j, places] of adds) addLookups(phi[j], from, rows, places, tables, masks);
      }
    }
    onProgress?.(tree + 1, trees);
  }
  return {base: expectedMargin(ensemble, shares), phi};
}

function tableSize({shares, splits}: Lookup): number {
  return 2 ** (shares.length + splits.length);
}

/** For each feature, where its masks start and where its tables do, alternating. */
function placeTables(lookups: readonly Lookup[]): {adds: Map<number, number[]>; size: number} {
  const adds = new Map<number, number[]>();
  let size = 0;
  for (const lookup of lookups)
    for (const j of lookup.features) {
      const places = adds.get(j) ?? [];
      places.push(lookup.slot * BLOCK, size);
      adds.set(j, places);
      size += tableSize(lookup);
    }
  return {adds, size};
}

function takeStep(
  {node, bit, repeated, from, left, right}: MaskStep,
  {feature, defaultLeft}: TreeEnsemble,
  ranks: ColumnRanks,
  start: number,
  rows: number,
  masks: Uint16Array
): void {
  const column = (defaultLeft[node] ? ranks.low : ranks.high)[feature[node]];
  const above = ranks.split[node] + 1;
  if (left < 0) ask(column, start, rows, above, masks, from * BLOCK, bit);
  else if (repeated) narrow(column, start, rows, above, masks, from * BLOCK, left * BLOCK, right * BLOCK, bit);
  else part(column, start, rows, above, masks, from * BLOCK, left * BLOCK, right * BLOCK, bit);
}
function ask(
  column: Int32Array,
  start: number,
  rows: number,
  above: number,
  masks: Uint16Array,
  to: number,
  bit: number
) {
  for (let i = 0; i < rows; i++) masks[to + i] |= ((column[start + i] - above) >>> 31) << bit;
}
function part(
  column: Int32Array,
  start: number,
  rows: number,
  above: number,
  masks: Uint16Array,
  from: number,
  left: number,
  right: number,
  bit: number
) {
  const set = 1 << bit;
  for (let i = 0; i < rows; i++) {
    const mask = masks[from + i] | (((column[start + i] - above) >>> 31) << bit);
    masks[left + i] = mask;
    masks[right + i] = mask ^ set;
  }
}
function narrow(
  column: Int32Array,
  start: number,
  rows: number,
  above: number,
  masks: Uint16Array,
  from: number,
  left: number,
  right: number,
  bit: number
) {
  const set = 1 << bit;
  for (let i = 0; i < rows; i++) {
    const mask = masks[from + i];
    const goesLeft = ((column[start + i] - above) >>> 31) << bit;
    masks[left + i] = mask & ~(goesLeft ^ set);
    masks[right + i] = mask & ~goesLeft;
  }
}

function addLookups(
  sums: Float64Array,
  start: number,
  rows: number,
  places: readonly number[],
  tables: Float64Array,
  masks: Uint16Array
) {
  let k = 0;
  for (; k + 8 <= places.length; k += 8) {
    const [m0, t0, m1, t1, m2, t2, m3, t3] = places.slice(k, k + 8);
    add4(sums, start, rows, tables, masks, m0, t0, m1, t1, m2, t2, m3, t3);
  }
  for (; k < places.length; k += 2) add1(sums, start, rows, tables, masks, places[k], places[k + 1]);
}
function add4(
  sums: Float64Array,
  start: number,
  rows: number,
  tables: Float64Array,
  masks: Uint16Array,
  m0: number,
  t0: number,
  m1: number,
  t1: number,
  m2: number,
  t2: number,
  m3: number,
  t3: number
) {
  for (let i = 0; i < rows; i++)
    sums[start + i] +=
      tables[t0 + masks[m0 + i]] +
      tables[t1 + masks[m1 + i]] +
      (tables[t2 + masks[m2 + i]] + tables[t3 + masks[m3 + i]]);
}
function add1(
  sums: Float64Array,
  start: number,
  rows: number,
  tables: Float64Array,
  masks: Uint16Array,
  m0: number,
  t0: number
) {
  for (let i = 0; i < rows; i++) sums[start + i] += tables[t0 + masks[m0 + i]];
}

function walkRows(ensemble: TreeEnsemble, shares: Float64Array, columns: readonly Float32Array[], phi: Float64Array[]) {
  const addTree = treeWalker(ensemble, shares);
  const x = new Float32Array(columns.length);
  const ofRow = new Float64Array(columns.length);
  return (tree: number) => {
    for (let i = 0; i < columns[0].length; i++) {
      columns.forEach((column, j) => (x[j] = column[i]));
      ofRow.fill(0);
      addTree(tree, x, ofRow);
      ofRow.forEach((value, j) => (phi[j][i] += value));
    }
  };
}
