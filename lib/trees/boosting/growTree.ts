import type {BinMatrix} from "./binMatrix.js";
import {boundedWeight} from "./boundedWeight.js";
import {fillHistogram} from "./fillHistogram.js";
import type {GrownTree} from "./grownTree.js";
import {HESSIAN_UNIT, type Packing} from "./packGradients.js";
import {partitionRows} from "./partitionRows.js";
import type {BoostedSettings} from "../boostedSettings.js";
import {searchColumn, type BestSplit} from "./searchColumn.js";
import {searchMonotone} from "./searchMonotone.js";

/** What a tree is grown on. */
export interface Sample {
  readonly matrix: BinMatrix;
  readonly signs: Int8Array | null; // one a column of X; see monotoneSigns
  readonly columns: readonly number[]; // the sampled columns of the matrix, ascending
  readonly rows: Int32Array; // the first `size` are the sampled rows, ascending; the second half is scratch space
  readonly size: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly sums: Float64Array; // both, packed; see packGradients
  readonly packing: Packing;
  readonly pool: Float64Array[][]; // histograms: one a level, one array a word
}

type TreeSettings = Pick<BoostedSettings, "depth" | "learningRate" | "lambda" | "minChildWeight">;

const BLOCK = 512; // rows whose words stay in the nearest cache while all groups are read
const LEAST_GAIN = 1e-6; // as XGBoost: below it a split is noise

/**
 * Grows one tree, depth first, so that few histograms are alive at a time and those stay in the cache.
 *
 * Only the smaller child of a split reads its rows; the larger one's histogram is its parent's minus the smaller's.
 * Nodes too light or too deep to be split get none.
 *
 * @param tree receives the nodes
 */
export function growTree(tree: GrownTree, sample: Sample, settings: TreeSettings): void {
  const {matrix, signs, columns, rows, size, sums, packing, pool} = sample;
  const {words, groups} = matrix;
  const lambda = settings.lambda * packing.hessian;
  const minHessian = Math.max(settings.minChildWeight * packing.hessian, 1);
  const gainUnit = packing.hessian / packing.gradient ** 2;
  const weightUnit = packing.hessian / packing.gradient;
  const best: BestSplit = {numerator: 0, denominator: 1, column: -1, code: 0, from: 0, left: 0};
  const bytes = Array.from({length: groups}, (_, g) => columns.filter((k) => k >> 2 === g).map((k) => k & 3));

  tree.nodes = 1;
  tree.levels = 0;
  tree.lower[0] = -Infinity;
  tree.upper[0] = Infinity;
  if (splittable(packing.total, 0)) {
    fill(pool[0], 0, size);
    grow(0, 0, size, packing.total, 0, pool[0]);
  } else {
    leaf(0, 0, size);
  }

  function splittable(sum: number, level: number): boolean {
    return level < settings.depth && hessianOf(sum) >= 2 * minHessian;
  }

  function fill(histograms: Float64Array[], begin: number, end: number): void {
    for (const k of columns) histograms[k >> 2].fill(0, (k & 3) << 8, ((k & 3) << 8) + matrix.columns[k].size);
    for (let from = begin; from < end; from += BLOCK) {
      const to = Math.min(from + BLOCK, end);
      for (let g = 0; g < groups; g++) fillHistogram(histograms[g], words, groups, g, bytes[g], sums, rows, from, to);
    }
  }

  function subtract(histograms: Float64Array[], smaller: Float64Array[]): void {
    for (const k of columns) subtractBins(histograms[k >> 2], smaller[k >> 2], (k & 3) << 8, matrix.columns[k].size);
  }

  function search(histograms: Float64Array[], sum: number): number {
    const hessian = hessianOf(sum);
    const gradient = sum - hessian * HESSIAN_UNIT;
    const both = hessian + 2 * lambda;
    const constant = gradient ** 2 / both - gradient ** 2 / (hessian + lambda);
    const totals = {hessian, ratio: gradient / both, both, lambda, minHessian};
    best.numerator = (LEAST_GAIN / gainUnit - constant) / both;
    best.denominator = 1;
    best.column = -1;
    for (const k of columns) {
      const histogram = histograms[k >> 2];
      const offset = (k & 3) << 8;
      const {first, size} = matrix.columns[k];
      searchColumn(best, totals, histogram, offset, 0, size, k);
      if (first === 1 && histogram[offset] !== 0) searchColumn(best, totals, histogram, offset, 1, size, k);
    }
    return (both * (best.numerator / best.denominator) + constant) * gainUnit;
  }

  function searchWithin(histograms: Float64Array[], sum: number, node: number, signs: Int8Array): number {
    const hessian = hessianOf(sum);
    const gradient = sum - hessian * HESSIAN_UNIT;
    const [lower, upper] = [tree.lower[node] / weightUnit, tree.upper[node] / weightUnit];
    const totals = {gradient, hessian, lambda, minHessian, lower, upper};
    return searchMonotone(best, totals, LEAST_GAIN / gainUnit, histograms, columns, matrix, signs) * gainUnit;
  }

  function grow(
    node: number,
    begin: number,
    end: number,
    sum: number,
    level: number,
    histograms: Float64Array[]
  ): void {
    const gain = signs ? searchWithin(histograms, sum, node, signs) : search(histograms, sum);
    const {column, code, left: leftSum} = best;
    if (column < 0) return leaf(node, begin, end);
    const rightSum = sum - leftSum;

    // Where the node has no missing value, a later one goes with the majority.
    const {codes, first, feature} = matrix.columns[column];
    const someMissing = first === 1 && histograms[column >> 2][(column & 3) << 8] !== 0;
    const missingLeft = someMissing ? best.from === 0 : leftSum >= rightSum;
    const from = first === 1 && !missingLeft ? 1 : 0;
    const middle = partitionRows(rows, begin, end, codes, from, code - from);
    const left = tree.nodes;
    const right = left + 1;
    tree.nodes += 2;
    tree.levels = Math.max(tree.levels, level + 1);
    tree.column[node] = column;
    tree.from[node] = from;
    tree.last[node] = code - from;
    tree.missingLeft[node] = Number(missingLeft);
    tree.next[node] = left;
    tree.value[node] = 0;
    tree.gain[node] = gain;
    boundChildren(node, left, signs && code >= first ? signs[feature] : 0, leftSum, rightSum);

    const growLeft = splittable(leftSum, level + 1);
    const growRight = splittable(rightSum, level + 1);
    const leftSmaller = middle - begin <= end - middle;
    const smaller = pool[level + 1];
    if (growLeft || growRight) {
      if (leftSmaller) fill(smaller, begin, middle);
      else fill(smaller, middle, end);
      if (leftSmaller ? growRight : growLeft) subtract(histograms, smaller);
    }
    if (growLeft) grow(left, begin, middle, leftSum, level + 1, leftSmaller ? smaller : histograms);
    else leaf(left, begin, middle);
    if (growRight) grow(right, middle, end, rightSum, level + 1, leftSmaller ? histograms : smaller);
    else leaf(right, middle, end);
    tree.cover[node] = tree.cover[left] + tree.cover[right];
  }

  /** A split of missing from present has no sign: neither side bounds the other. */
  function boundChildren(node: number, left: number, sign: number, leftSum: number, rightSum: number): void {
    const {lower, upper} = tree;
    const right = left + 1;
    lower[left] = lower[right] = lower[node];
    upper[left] = upper[right] = upper[node];
    if (sign === 0) return;
    const [a, b] = [leftSum, rightSum].map((sum) => {
      const hessian = hessianOf(sum);
      const gradient = (sum - hessian * HESSIAN_UNIT) * weightUnit;
      return boundedWeight(gradient, hessian + lambda, lower[node], upper[node]);
    });
    const middle = (a + b) / 2;
    if (sign > 0) upper[left] = lower[right] = middle;
    else lower[left] = upper[right] = middle;
  }

  function leaf(node: number, begin: number, end: number): void {
    let gradient = 0;
    let hessian = 0;
    for (let i = begin; i < end; i++) {
      gradient += sample.gradient[rows[i]];
      hessian += sample.hessian[rows[i]];
    }
    tree.column[node] = 0;
    tree.from[node] = 0;
    tree.last[node] = 255;
    tree.missingLeft[node] = 0;
    tree.next[node] = node;
    const weight = boundedWeight(gradient, hessian + settings.lambda, tree.lower[node], tree.upper[node]);
    tree.value[node] = Math.fround(weight * settings.learningRate) + 0; // no -0
    tree.cover[node] = hessian;
    tree.gain[node] = 0;
    tree.begin[node] = begin;
    tree.end[node] = end;
  }
}

/** The hessian part of a packed sum. */
function hessianOf(sum: number): number {
  return Math.floor(sum / HESSIAN_UNIT + 0.5);
}

function subtractBins(from: Float64Array, what: Float64Array, offset: number, size: number): void {
  for (let i = offset; i < offset + size; i++) from[i] -= what[i];
}
