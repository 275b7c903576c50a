import {countUpTo} from "../countUpTo.js";
import {selectColumns, type Columns} from "../columns.js";
import {MISSING_HIGH, perfectTrees, type PerfectTrees} from "./perfectTrees.js";
import type {TreeEnsemble} from "./types.js";

const BLOCK = 256; // rows whose values stay in the nearest cache while all trees pass over them; a multiple of 4
const MANY = 4096; // rows from which it pays to pad the trees first

/**
 * Margins of many rows: base margin plus, from every tree, the leaf the row falls into.
 *
 * Leaves are float32, their sum is in double precision and in tree order, so that SHAP values add up to it.
 *
 * @param X any columns; the model's features are picked by name. NaN is missing
 * @returns log-odds, one a row
 * @throws RangeError if a feature of the model is not a column of X
 */
export function predictMargins(ensemble: TreeEnsemble, X: Columns): Float64Array {
  const {columns, length} = selectColumns(X, ensemble.features);
  const margins = new Float64Array(length).fill(ensemble.baseMargin);
  const perfect = length >= MANY ? perfectTrees(ensemble) : null;
  if (perfect) stepRows(perfect, columns, margins);
  else walkRows(ensemble, columns, margins);
  return margins;
}

function walkRows(ensemble: TreeEnsemble, columns: readonly Float32Array[], margins: Float64Array): void {
  const {starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const width = columns.length;
  const block = new Float32Array(BLOCK * width); // row by row
  for (let from = 0; from < margins.length; from += BLOCK) {
    const rows = Math.min(BLOCK, margins.length - from);
    for (let j = 0; j < width; j++) {
      const column = columns[j];
      for (let i = 0; i < rows; i++) block[i * width + j] = column[from + i];
    }
    for (let t = 0; t + 1 < starts.length; t++) {
      const root = starts[t];
      for (let i = 0; i < rows; i++) {
        const row = i * width;
        let node = root;
        for (let next = left[node]; next >= 0; next = left[node]) {
          const x = block[row + feature[node]];
          node = x < threshold[node] ? next : x === x || defaultLeft[node] === 0 ? right[node] : next;
        }
        margins[from + i] += value[node];
      }
    }
  }
}

/** The same sums, on integers and without a branch a step. */
function stepRows(trees: PerfectTrees, columns: readonly Float32Array[], margins: Float64Array): void {
  const width = columns.length;
  const block = new Uint16Array(BLOCK * 2 * width); // ranks row by row, see `perfectTrees`
  const sums = new Float64Array(BLOCK);
  for (let from = 0; from < margins.length; from += BLOCK) {
    const rows = Math.min(BLOCK, margins.length - from);
    for (let j = 0; j < width; j++) {
      const thresholds = trees.thresholds[j];
      for (let i = 0; i < rows; i++) {
        const x = columns[j][from + i];
        const at = i * 2 * width + j;
        const isMissing = x !== x;
        const rank = isMissing ? 0 : countUpTo(thresholds, x);
        block[at] = rank;
        block[at + width] = isMissing ? MISSING_HIGH : rank;
      }
    }
    sums.set(margins.subarray(from, from + rows));
    addLeaves(trees, block, 2 * width, rows, sums);
    margins.set(sums.subarray(0, rows), from);
  }
}

/** Four rows side by side, since each step of one waits for the step before. */
function addLeaves(
  {depth, inner, keys, values}: PerfectTrees,
  block: Uint16Array,
  width: number,
  rows: number,
  sums: Float64Array
): void {
  const trees = values.length / (inner + 1);
  for (let t = 0; t < trees; t++) {
    const base = t * inner;
    const leaves = t * (inner + 1) - inner;
    for (let i = 0; i < rows; i += 4) {
      const row0 = i * width;
      const row1 = row0 + width;
      const row2 = row1 + width;
      const row3 = row2 + width;
      let [node0, node1, node2, node3] = [0, 0, 0, 0];
      for (let level = 0; level < depth; level++) {
        const key0 = keys[base + node0];
        const key1 = keys[base + node1];
        const key2 = keys[base + node2];
        const key3 = keys[base + node3];
        node0 = (2 * node0 + 1 + (((key0 & 0xffff) - block[row0 + (key0 >>> 16)]) >>> 31)) | 0;
        node1 = (2 * node1 + 1 + (((key1 & 0xffff) - block[row1 + (key1 >>> 16)]) >>> 31)) | 0;
        node2 = (2 * node2 + 1 + (((key2 & 0xffff) - block[row2 + (key2 >>> 16)]) >>> 31)) | 0;
        node3 = (2 * node3 + 1 + (((key3 & 0xffff) - block[row3 + (key3 >>> 16)]) >>> 31)) | 0;
      }
      sums[i] += values[leaves + node0];
      sums[i + 1] += values[leaves + node1];
      sums[i + 2] += values[leaves + node2];
      sums[i + 3] += values[leaves + node3];
    }
  }
}
