import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {drawBag, emptyBag, PACKED, ROW_UNIT, type Bag} from "../../../lib/forest/bag.js";
import {addRows, emptySums, takeCodes} from "../../../lib/forest/codeSums.js";
import {treeGrower} from "../../../lib/forest/treeGrower.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {binMatrix} from "../../../lib/trees/boosting/binMatrix.js";
import {finishTree} from "../../../lib/trees/boosting/finishTree.js";
import {tracksLike} from "../trees/tracksLike.js";

const LOWEST = -3.4028234663852886e38;

/** A bag in which row i was drawn times[i] times. */
function bagOf(y: readonly number[], times: readonly number[]): Bag {
  const bag = emptyBag(y.length);
  y.forEach((label, row) => {
    bag.drawn[row] = 2 * times[row] + label;
    if (times[row] > 0) bag.rows[bag.size++] = row;
    bag.total += times[row] * (ROW_UNIT + label);
  });
  return bag;
}

/** The tree grown on the columns given, every one tried at every node. */
function grow(columns: readonly number[][], bag: Bag, {minLeaf = 1, trees = 1} = {}) {
  const names = columns.map((_, j) => `x${j}`);
  const X: Columns = {names, columns: columns.map((column) => Float32Array.from(column)), length: columns[0].length};
  const matrix = binMatrix(X, 256);
  const settings = {trees, columnSample: columns.length, minLeaf, maxDepth: Infinity};
  return finishTree(treeGrower(matrix, settings, randomSource(1))(bag), matrix, names);
}

describe("treeGrower", () => {
  it("parts four rows at the midpoint; impurity falls from 4 × 1/2 to 0", () => {
    const tree = grow([[1, 2, 3, 4]], bagOf([0, 0, 1, 1], [1, 1, 1, 1]));
    assert.deepEqual([...tree.feature], [0, -1, -1]);
    assert.deepEqual([...tree.threshold], [2.5, 0, 0]);
    assert.deepEqual([...tree.left, ...tree.right], [1, -1, -1, 2, -1, -1]);
    assert.deepEqual([...tree.value], [0, 0, 1]);
    assert.deepEqual([...tree.cover], [4, 2, 2]);
    assert.deepEqual([...tree.gain], [2, 0, 0]);
  });

  it("counts a row as often as it was drawn, and shares leaves among trees", () => {
    // Hits 1 of 5 drawn left, 3 of 3 right: 2 (4·4/8 − 1·4/5) = 2.4.
    const tree = grow([[1, 1, 1, 2, 7]], bagOf([0, 0, 1, 1, 0], [3, 1, 1, 3, 0]), {trees: 4});
    assert.deepEqual([...tree.cover], [8, 5, 3]);
    assert.deepEqual([...tree.value], [0, Math.fround(0.05), 0.25]);
    assert.ok(Math.abs(tree.gain[0] - 2.4) < 1e-6);
  });

  it("takes the column that lowers impurity most, and draws on where those drawn do not split", () => {
    const useless = [1, 2, 1, 2];
    const tree = grow([useless, useless, useless, useless, useless, [1, 2, 3, 4]], bagOf([0, 0, 1, 1], [1, 1, 1, 1]));
    assert.equal(tree.feature[0], 5);
  });

  it("draws four columns more as long as none splits", () => {
    const X = {names: ["a", "b"], columns: [Float32Array.of(1, 2, 1, 2), Float32Array.of(1, 2, 3, 4)], length: 4};
    const matrix = binMatrix(X, 256);
    for (let seed = 0; seed < 8; seed++) {
      const settings = {trees: 1, columnSample: 1, minLeaf: 1, maxDepth: Infinity};
      const tree = treeGrower(matrix, settings, randomSource(seed))(bagOf([0, 0, 1, 1], [1, 1, 1, 1]));
      assert.equal(tree.column[0], 1);
      assert.equal(tree.nodes, 3);
    }
  });

  it("sends missing values where they fit", () => {
    const of = (x: number[], y: number[]) => {
      const {threshold, defaultLeft, value} = grow([x], bagOf(y, [1, 1, 1, 1]));
      return [threshold[0], defaultLeft[0], ...value.slice(1)];
    };
    assert.deepEqual(of([NaN, 1, 2, 3], [1, 0, 0, 1]), [2.5, 0, 0, 1]);
    assert.deepEqual(of([NaN, 1, 2, 3], [1, 1, 0, 0]), [1.5, 1, 1, 0]);
    assert.deepEqual(of([NaN, NaN, 1, 2], [1, 1, 0, 0]), [Math.fround(LOWEST), 1, 1, 0]);
  });

  it("sends missing values with the majority where the node has none", () => {
    const of = (y: number[]) => grow([[NaN, 1, 2, 3]], bagOf(y, [0, 1, 1, 1])).defaultLeft[0];
    assert.equal(of([0, 0, 0, 1]), 1);
    assert.equal(of([0, 0, 1, 1]), 0);
  });

  it("leaves alone what is pure, too light, or gains nothing", () => {
    assert.equal(grow([[1, 2, 3]], bagOf([1, 1, 1], [1, 1, 1])).left.length, 1);
    assert.equal(grow([[1, 2, 3]], bagOf([0, 0, 0], [1, 1, 1])).left.length, 1);
    assert.equal(grow([[1, 2, 3, 4]], bagOf([0, 0, 1, 1], [1, 1, 1, 1]), {minLeaf: 3}).left.length, 1);
    assert.deepEqual([...grow([[1, 2, 3, 4]], bagOf([0, 1, 1, 1], [1, 1, 1, 1]), {minLeaf: 2}).cover], [4, 2, 2]);
    assert.equal(grow([[1, 2, 1, 2]], bagOf([0, 0, 1, 1], [1, 1, 1, 1])).left.length, 1);
  });

  it("never misses the best split: every node against a search of all thresholds", () => {
    const {X, y} = tracksLike(250, 9);
    const bag = emptyBag(250);
    drawBag(bag, y, randomSource(2));
    const times = [...bag.drawn].map((drawn) => drawn >> 1);
    const tree = grow(
      X.columns.map((column) => [...column]),
      bag,
      {minLeaf: 3}
    );
    let splits = 0;
    const check = (node: number, rows: number[]) => {
      const weight = rows.reduce((sum, row) => sum + times[row], 0);
      assert.equal(tree.cover[node], weight);
      const best = bestDecrease(X, y, times, rows, 3);
      if (tree.left[node] < 0) {
        const hits = rows.reduce((sum, row) => sum + times[row] * y[row], 0);
        assert.equal(tree.value[node], Math.fround(hits / weight));
        assert.ok(best < 1e-9, `a leaf that gains ${best}`);
        return;
      }
      splits++;
      assert.ok(Math.abs(tree.gain[node] - best) < 1e-5 * best, `gain ${tree.gain[node]} of ${best}`);
      const x = (row: number) => X.columns[tree.feature[node]][row];
      const goesLeft = (row: number) =>
        Number.isNaN(x(row)) ? tree.defaultLeft[node] === 1 : x(row) < tree.threshold[node];
      check(tree.left[node], rows.filter(goesLeft));
      check(
        tree.right[node],
        rows.filter((row) => !goesLeft(row))
      );
    };
    check(
      0,
      [...times.keys()].filter((row) => times[row] > 0)
    );
    assert.ok(splits > 20);
  });
});

/** The largest fall of 2 p (1 − p) times rows, by trying every threshold with missing values on either side. */
function bestDecrease(X: Columns, y: Uint8Array, times: number[], rows: number[], minLeaf: number): number {
  const impurity = (part: number[]) => {
    const weight = part.reduce((sum, row) => sum + times[row], 0);
    const hits = part.reduce((sum, row) => sum + times[row] * y[row], 0);
    return {weight, total: weight > 0 ? 2 * hits * (1 - hits / weight) : 0};
  };
  let best = 0;
  for (const column of X.columns) {
    for (const threshold of [LOWEST, ...rows.map((row) => column[row]).filter((x) => !Number.isNaN(x))]) {
      for (const missingLeft of [true, false]) {
        const goesLeft = (row: number) => (Number.isNaN(column[row]) ? missingLeft : column[row] < threshold);
        const left = impurity(rows.filter(goesLeft));
        const right = impurity(rows.filter((row) => !goesLeft(row)));
        if (left.weight < minLeaf || right.weight < minLeaf) continue;
        best = Math.max(best, impurity(rows).total - left.total - right.total);
      }
    }
  }
  return best;
}

describe("drawBag", () => {
  const y = Uint8Array.from({length: 1000}, (_, i) => (i % 3) & 1);
  const bag = emptyBag(1000);

  it("draws as many rows as there are, about 63 % of them distinct", () => {
    for (const seed of [1, 2]) {
      drawBag(bag, y, randomSource(seed));
      const times = [...bag.drawn].map((drawn) => drawn >> 1);
      assert.equal(
        times.reduce((sum, one) => sum + one, 0),
        1000
      );
      assert.deepEqual(
        [...bag.rows.slice(0, bag.size)],
        [...times.keys()].filter((row) => times[row] > 0)
      );
      assert.ok(Math.abs(bag.size - 632) < 50);
      assert.deepEqual(
        [...bag.drawn].map((drawn) => drawn & 1),
        [...y]
      );
      const hits = times.reduce((sum, one, row) => sum + one * y[row], 0);
      assert.equal(bag.total, 1000 * ROW_UNIT + hits);
    }
  });

  it("counts no row more often than a byte holds", () => {
    const one = emptyBag(200);
    drawBag(one, new Uint8Array(200).fill(1), () => 0);
    assert.deepEqual([one.size, one.drawn[0] >> 1, one.total], [1, 127, 127 * (ROW_UNIT + 1)]);
  });
});

describe("codeSums", () => {
  it("adds rows up by code, four columns at a time, and is empty afterwards", () => {
    const sums = emptySums();
    const bag = bagOf([1, 0, 1, 1], [2, 1, 1, 0]);
    const columns = [
      Uint8Array.of(255, 0, 255, 9),
      Uint8Array.of(7, 7, 7, 7),
      Uint8Array.of(32, 31, 63, 1),
      Uint8Array.of(3, 2, 1, 0)
    ];
    const [two, flop, hit] = [PACKED[5], PACKED[2], PACKED[3]];
    const want = [
      [
        [0, flop],
        [255, two + hit]
      ],
      [[7, two + flop + hit]],
      [
        [31, flop],
        [32, two],
        [63, hit]
      ],
      [
        [1, hit],
        [2, flop],
        [3, two]
      ]
    ];
    for (let again = 0; again < 2; again++) {
      addRows(sums, columns, bag, 0, 3);
      want.forEach((pairs, k) => {
        const count = takeCodes(sums, k);
        assert.deepEqual(
          [...sums.codes.slice(0, count)].map((code, i) => [code, sums.ofCodes[i]]),
          pairs
        );
      });
    }
    assert.ok(sums.sums.every((sum) => sum === 0) && sums.touched.every((bits) => bits === 0));
  });
});
