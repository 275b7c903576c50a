import {selectColumns, type Columns} from "../columns.js";
import type {TreeEnsemble} from "./types.js";

const BLOCK = 512; // rows whose values stay in the nearest cache while all trees pass over them

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
  const {starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const {columns, length} = selectColumns(X, ensemble.features);
  const width = columns.length;
  const margins = new Float64Array(length).fill(ensemble.baseMargin);
  const block = new Float32Array(BLOCK * width); // row by row
  for (let from = 0; from < length; from += BLOCK) {
    const rows = Math.min(BLOCK, length - from);
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
  return margins;
}
