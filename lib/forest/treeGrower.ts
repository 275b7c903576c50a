import type {BinMatrix} from "../trees/boosting/binMatrix.js";
import {grownTree, type GrownTree} from "../trees/boosting/grownTree.js";
import {partitionRows} from "../trees/boosting/partitionRows.js";
import {ROW_UNIT, type Bag} from "./bag.js";
import {addRows, emptySums, takeCodes} from "./codeSums.js";
import {searchCodes, type BestSplit} from "./searchCodes.js";

/** How a forest's trees are grown. */
export interface GrowthSettings {
  readonly trees: number; // leaves are divided by it
  readonly columnSample: number; // columns tried a node
  readonly minLeaf: number; // drawn rows of a leaf
  readonly maxDepth: number; // splits on the longest path
}

/**
 * A function that grows one tree on a bag, breadth first, so that nodes need no stack and come in their final order.
 *
 * Every node draws columns of its own and takes the split that lowers the Gini impurity most; where none of them
 * splits it, it draws on. A node that is pure, too light or too deep is a leaf.
 *
 * @param matrix the training rows' codes
 * @param random uniform in [0, 1)
 * @returns the function; its tree is overwritten by the next
 */
export function treeGrower(
  {rows: n, columns}: BinMatrix,
  {trees, columnSample, minLeaf, maxDepth}: GrowthSettings,
  random: () => number
): (bag: Bag) => GrownTree {
  const tree = grownTree(2 * n);
  const totals = new Float64Array(2 * n); // packed sum of each node
  const order = Int32Array.from(columns.keys()); // those drawn come first
  const sums = emptySums();
  const best: BestSplit = {numerator: 0, denominator: 1, column: -1, code: 0, missingLeft: false, left: 0};

  return (bag) => {
    place(0, 0, bag.size, bag.total);
    tree.nodes = 1;
    for (let node = 0, depth = 0, next = 1; node < tree.nodes; node++) {
      if (node === next) {
        depth++;
        next = tree.nodes;
      }
      grow(bag, node, depth);
    }
    return tree;
  };

  /** Makes a leaf of the rows, for now. */
  function place(node: number, begin: number, end: number, total: number): void {
    const weight = Math.floor(total / ROW_UNIT);
    tree.begin[node] = begin;
    tree.end[node] = end;
    totals[node] = total;
    tree.cover[node] = weight;
    tree.gain[node] = 0;
    tree.value[node] = (total - weight * ROW_UNIT) / weight / trees;
    tree.next[node] = node;
  }

  function grow(bag: Bag, node: number, depth: number): void {
    const [begin, end] = [tree.begin[node], tree.end[node]];
    const weight = tree.cover[node];
    const hits = totals[node] - weight * ROW_UNIT;
    if (weight < 2 * minLeaf || hits === 0 || hits === weight || depth >= maxDepth) return;
    search(bag, begin, end, weight, hits);
    if (best.column < 0) return;

    const {codes, first} = columns[best.column];
    const from = first === 1 && !best.missingLeft ? 1 : 0;
    const middle = partitionRows(bag.rows, begin, end, codes, from, best.code - from);
    tree.column[node] = best.column;
    tree.from[node] = from;
    tree.last[node] = best.code - from;
    tree.missingLeft[node] = Number(best.missingLeft);
    tree.next[node] = tree.nodes;
    tree.gain[node] = (2 * best.numerator) / (weight * best.denominator);
    place(tree.nodes++, begin, middle, best.left);
    place(tree.nodes++, middle, end, totals[node] - best.left);
  }

  function search(bag: Bag, begin: number, end: number, weight: number, hits: number): void {
    best.numerator = 0;
    best.denominator = 1;
    best.column = -1;
    const width = columns.length;
    const node = {weight, hits, minLeaf};
    for (let tried = 0; tried < width && (tried < columnSample || best.column < 0);) {
      const some = Math.min(4, width - tried, tried < columnSample ? columnSample - tried : 4);
      for (let k = tried; k < tried + some; k++) {
        const other = k + Math.floor(random() * (width - k));
        [order[k], order[other]] = [order[other], order[k]];
      }
      const drawn = (k: number) => order[tried + Math.min(k, some - 1)];
      const four = [columns[drawn(0)].codes, columns[drawn(1)].codes, columns[drawn(2)].codes, columns[drawn(3)].codes];
      addRows(sums, four, bag, begin, end);
      for (let k = 0; k < 4; k++) {
        const count = takeCodes(sums, k);
        if (k < some) searchCodes(best, node, sums, count, drawn(k), columns[drawn(k)].first === 1);
      }
      tried += some;
    }
  }
}
