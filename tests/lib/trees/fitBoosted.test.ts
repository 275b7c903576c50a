import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {takeRows, takeValues, type Columns} from "../../../lib/columns.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {fitBoosted, type BoostedOptions} from "../../../lib/trees/fitBoosted.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {tracksLike} from "./tracksLike.js";

const {X, y} = tracksLike(2000, 1);
const FEW = {seed: 7, rounds: 20} satisfies BoostedOptions;

function logLoss(labels: ArrayLike<number>, p: ArrayLike<number>): number {
  let loss = 0;
  for (let i = 0; i < p.length; i++) loss -= Math.log(labels[i] ? p[i] : 1 - p[i]);
  return loss / p.length;
}

/** Rows that reach each node, by the rule of lib/trees/types.ts. */
function reach(e: TreeEnsemble, t: number, columns: readonly Float32Array[], n: number): Map<number, number[]> {
  const reached = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    for (let node = e.starts[t]; ;) {
      if (!reached.has(node)) reached.set(node, []);
      reached.get(node)!.push(i);
      if (e.left[node] < 0) break;
      const x = columns[e.feature[node]][i];
      const left = Number.isNaN(x) ? e.defaultLeft[node] === 1 : x < e.threshold[node];
      node = left ? e.left[node] : e.right[node];
    }
  }
  return reached;
}

describe("fitBoosted(X, y, options)", () => {
  it("learns: held-out log loss near that of the true model", () => {
    const train = tracksLike(6000, 1);
    const test = tracksLike(4000, 2);
    const e = fitBoosted(train.X, train.y, {seed: 1, rounds: 100, depth: 4, learningRate: 0.1});
    const loss = logLoss(test.y, predictTrees(e, test.X));
    const least = logLoss(test.y, test.p); // .17 below that of the base rate
    assert.ok(loss < least + 0.02, `log loss ${loss}, ${least} with the true probabilities`);
  });

  it("gives the same bytes for the same seed, others for another", () => {
    assert.deepEqual(fitBoosted(X, y, FEW), fitBoosted(X, y, FEW));
    assert.notDeepEqual(fitBoosted(X, y, {...FEW, seed: 8}).threshold, fitBoosted(X, y, FEW).threshold);
  });

  it("leaves its inputs unchanged", () => {
    const columns = X.columns.map((column) => column.slice());
    const labels = y.slice();
    fitBoosted(X, y, FEW);
    assert.deepEqual(X.columns, columns);
    assert.deepEqual(y, labels);
  });

  it("survives the JSON round trip to the bit", () => {
    const e = fitBoosted(X, y, FEW);
    assert.deepEqual(readXgboost(JSON.parse(JSON.stringify(writeXgboost(e)))), e);
  });

  it("starts from the base rate and a first tree of Newton steps", () => {
    const e = fitBoosted(X, y, {seed: 1, rounds: 1, subsample: 1, columnSample: 1, learningRate: 0.3, lambda: 2});
    const rate = y.reduce((sum, label) => sum + label, 0) / y.length;
    assert.ok(Math.abs(sigmoid(e.baseMargin) - rate) <= 1e-7);
    const p = sigmoid(e.baseMargin);
    for (const [node, rows] of reach(e, 0, X.columns, X.length)) {
      const G = rows.reduce((sum, i) => sum + p - y[i], 0);
      const H = rows.length * p * (1 - p);
      assert.ok(Math.abs(e.cover[node] - H) <= 1e-4 * H, `cover ${e.cover[node]} of ${H}`);
      assert.ok(H >= 5, `a child of weight ${H}`);
      if (e.left[node] < 0) {
        assert.ok(Math.abs(e.value[node] - (-0.3 * G) / (H + 2)) <= 1e-5, `leaf ${e.value[node]}`);
      }
    }
  });

  it("splits where a search over all float thresholds gains most", () => {
    const rows = Array.from({length: 300}, (_, i) => i);
    const small = takeRows(X, rows);
    const labels = takeValues(y, rows);
    const e = fitBoosted(small, labels, {seed: 1, rounds: 1, depth: 1, subsample: 1, columnSample: 1, maxBins: 256});
    const p = sigmoid(e.baseMargin);
    const term = (some: readonly number[]) => {
      return some.reduce((sum, i) => sum + p - labels[i], 0) ** 2 / (some.length * p * (1 - p) + 1);
    };
    let best = 0;
    for (const column of small.columns) {
      for (const missingLeft of [true, false]) {
        for (const threshold of [-Infinity, ...new Set(column)]) {
          const isLeft = (i: number) => (Number.isNaN(column[i]) ? missingLeft : column[i] < threshold);
          const left = rows.filter(isLeft);
          const right = rows.filter((i) => !isLeft(i));
          if (Math.min(left.length, right.length) * p * (1 - p) < 5) continue;
          best = Math.max(best, term(left) + term(right) - term(rows));
        }
      }
    }
    assert.ok(Math.abs(e.gain[0] - best) <= 1e-3 * best, `gain ${e.gain[0]} of ${best}`);
  });

  it("has the margins it trained on: a fit of more rounds goes on from there", () => {
    const short = fitBoosted(X, y, {...FEW, rounds: 5});
    const long = fitBoosted(X, y, {...FEW, rounds: 6});
    const nodes = short.left.length;
    assert.deepEqual(long.value.slice(0, nodes), short.value);
    const margins = predictMargins(short, X);
    // The sixth tree's leaves are Newton steps from those margins, over the rows that were drawn.
    for (const [node, rows] of reach(long, 5, X.columns, X.length)) {
      if (long.left[node] >= 0) continue;
      const G = rows.reduce((sum, i) => sum + sigmoid(margins[i]) - y[i], 0);
      const H = rows.reduce((sum, i) => sum + sigmoid(margins[i]) * (1 - sigmoid(margins[i])), 0);
      assert.ok(Math.abs(long.cover[node] / (0.8 * H) - 1) < 0.4, `cover ${long.cover[node]} of ${0.8 * H}`);
      assert.ok(Math.abs(long.value[node] + (0.05 * G) / H) < 0.05, `leaf ${long.value[node]}`);
    }
  });

  it("lays trees out breadth first, covers summed from leaves", () => {
    const e = fitBoosted(X, y, FEW);
    for (let t = 0; t < FEW.rounds; t++) {
      let next = e.starts[t] + 1;
      for (let i = e.starts[t]; i < e.starts[t + 1]; i++) {
        if (e.left[i] < 0) continue;
        assert.deepEqual([e.left[i], e.right[i]], [next, next + 1]);
        assert.equal(e.cover[i], Math.fround(e.cover[next] + e.cover[next + 1]));
        assert.ok(e.gain[i] > 0);
        next += 2;
      }
      assert.equal(next, e.starts[t + 1]);
    }
  });

  it("respects depth, minChildWeight and columnSample", () => {
    const e = fitBoosted(X, y, {...FEW, depth: 3, minChildWeight: 40, columnSample: 0.3});
    for (let t = 0; t < FEW.rounds; t++) {
      const used = new Set(e.feature.slice(e.starts[t], e.starts[t + 1]).filter((j) => j >= 0));
      assert.ok(used.size <= 1, `${used.size} columns in a tree of 1 of 5 columns`);
      assert.ok(e.starts[t + 1] - e.starts[t] <= 15);
    }
    assert.ok(e.cover.every((cover) => cover >= 40 * (1 - 1e-6)));
  });

  it("draws the rows of a group together, or none of them", () => {
    const {X, y} = tracksLike(400, 1);
    const groups = y.map((_, i) => i % 2);
    // Of two groups one is drawn, or both: the first tree's cover is n/4 a group, p being near 1/2.
    const {starts, cover} = fitBoosted(X, y, {
      seed: 1,
      rounds: 40,
      depth: 1,
      learningRate: 1e-6,
      subsample: 0.5,
      groups
    });
    const rowsOfTree = Array.from(starts.subarray(0, -1), (root) => Math.round(cover[root] * 4));
    assert.deepEqual([...new Set(rowsOfTree.map((rows) => Math.round(rows / 200) * 200))].sort(), [200, 400]);
    assert.throws(() => fitBoosted(X, y, {seed: 1, groups: [1]}), {
      name: "RangeError",
      message: "fitBoosted requires a group for each of 400 rows; got 1"
    });
  });

  it("never splits on constant or all-missing columns", () => {
    const e = fitBoosted(X, y, FEW);
    const used = new Set(e.feature);
    assert.deepEqual([used.has(5), used.has(6), used.has(0)], [false, false, true]);
    const nothing: Columns = {names: ["constant", "unknown"], columns: [X.columns[5], X.columns[6]], length: X.length};
    const stumps = fitBoosted(nothing, y, {...FEW, subsample: 1});
    assert.equal(stumps.left.length, FEW.rounds);
    assert.ok(stumps.value.every((value) => Math.abs(value) < 1e-6));
  });

  it("learns from what is missing, by a split of missing from present", () => {
    const gaps: Columns = {names: ["gaps"], columns: [X.columns[3].map((x) => x * 0 + 3)], length: X.length};
    const e = fitBoosted(gaps, y, {seed: 1, rounds: 60, subsample: 1, columnSample: 1});
    assert.equal(e.threshold[0], Math.fround(-3.4028234663852886e38));
    assert.equal(e.defaultLeft[0], 1);
    const at = (x: number) => predictTrees(e, {names: ["gaps"], columns: [Float32Array.of(x)], length: 1})[0];
    for (const x of [-3.4e38, 0, 0.5, 3.4e38]) assert.ok(at(NaN) - at(x) > 0.15, `missing ${at(NaN)}, ${x} ${at(x)}`);
  });

  it("sends missing values the way they gain most", () => {
    for (const [side, defaultLeft] of [
      [0, 1],
      [1, 0]
    ]) {
      // Labels follow x > .5; missing ones are like the rows on one side.
      const x = Float32Array.from({length: 400}, (_, i) => (i % 4 === 0 ? NaN : (i % 40) / 40));
      const labels = Uint8Array.from(x, (value) => (Number.isNaN(value) ? side : Number(value > 0.5)));
      const column: Columns = {names: ["x"], columns: [x], length: 400};
      const e = fitBoosted(column, labels, {seed: 1, rounds: 1, depth: 1, subsample: 1, columnSample: 1});
      assert.equal(e.defaultLeft[0], defaultLeft);
      assert.ok(Math.abs(e.threshold[0] - 0.5) <= 0.03, `threshold ${e.threshold[0]}`);
      assert.equal(e.value[1 + side] > 0, side === 1);
    }
  });

  it("sends values missing only later with the majority", () => {
    const one: Columns = {names: ["few"], columns: [X.columns[2]], length: X.length};
    const e = fitBoosted(one, y, {seed: 1, rounds: 1, depth: 1, subsample: 1, columnSample: 1});
    assert.equal(e.threshold[0], 0.5);
    assert.equal(e.defaultLeft[0], 1); // 70 % are 0
  });

  it("stops early and keeps the best rounds", () => {
    const validation = {...tracksLike(1000, 3), patience: 10};
    const seen: number[] = [];
    const e = fitBoosted(X, y, {seed: 1, learningRate: 0.5, validation, onRound: (done) => seen.push(done)});
    const trees = e.starts.length - 1;
    assert.ok(trees < 100, `${trees} trees`);
    assert.equal(seen.at(-1), trees + 10);
    const losses = Array.from({length: trees + 10}, (_, k) => {
      const part = fitBoosted(X, y, {seed: 1, learningRate: 0.5, rounds: k + 1});
      return logLoss(validation.y, predictTrees(part, validation.X));
    });
    assert.equal(losses.indexOf(Math.min(...losses)) + 1, trees);
  });

  it("reports every round and stops when told to", () => {
    const signal = {aborted: false};
    const seen: string[] = [];
    const onRound = (done: number, total: number) => {
      seen.push(`${done}/${total}`);
      signal.aborted = done === 3;
    };
    assert.throws(() => fitBoosted(X, y, {...FEW, signal, onRound}), {
      name: "AbortError",
      message: "fitBoosted was aborted after 3 of 20 rounds"
    });
    assert.deepEqual(seen, ["1/20", "2/20", "3/20"]);
  });

  it("parts the training rows as its thresholds do, whatever the floats", () => {
    const float = fc.float({noNaN: true, noDefaultInfinity: true});
    const value = fc.oneof(float, fc.constantFrom(NaN, 0, -0, 1, 1e-45, -1e-45, 3.4028234663852886e38, 16777217));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, fc.boolean()), {minLength: 4, maxLength: 60}),
        fc.constantFrom(2, 3, 5, 256),
        (data, maxBins) => {
          const labels = Uint8Array.from(data, ([, , label]) => Number(label));
          labels[0] = 0;
          labels[1] = 1;
          const columns = [0, 1].map((j) => Float32Array.from(data, (row) => row[j] as number));
          const rows = {names: ["a", "b"], columns, length: data.length};
          const e = fitBoosted(rows, labels, {
            seed: 1,
            rounds: 1,
            depth: 4,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 0,
            maxBins
          });
          const p = sigmoid(e.baseMargin);
          for (const [node, reached] of reach(e, 0, columns, data.length)) {
            const H = reached.length * p * (1 - p);
            assert.ok(Math.abs(e.cover[node] - H) <= 1e-4 * H, `node ${node} of ${e.cover[node]} holds ${H}`);
          }
          assert.deepEqual(readXgboost(JSON.parse(JSON.stringify(writeXgboost(e)))), e);
        }
      ),
      {numRuns: 300, seed: 1}
    );
  });

  it("refuses rows it cannot learn from", () => {
    const one = (column: number[]): Columns => {
      return {names: ["x"], columns: [Float32Array.from(column)], length: column.length};
    };
    const cases: [Columns, number[], RegExp][] = [
      [one([]), [], /at least one row; got 0/],
      [one([1, 2]), [0], /equal lengths; got X 2, y 1/],
      [{...one([1, 2]), length: 3}, [0, 1, 1], /column "x" 2/],
      [{...one([1, 2]), names: []}, [0, 1], /a name for each column/],
      [one([1, Infinity]), [0, 1], /finite values or NaN; got Infinity in row 1 of "x"/],
      [one([-Infinity, 1]), [0, 1], /got -Infinity in row 0/],
      [one([1, 2]), [0, 2], /labels 0 or 1; got 2 in row 1/],
      [one([1, 2]), [0, 0], /both labels; got 0 ones in 2 rows/],
      [one([1, 2]), [1, 1], /both labels; got 2 ones/]
    ];
    for (const [rows, labels, message] of cases) {
      assert.throws(() => fitBoosted(rows, Uint8Array.from(labels), {seed: 1}), {name: "RangeError", message});
    }
  });

  it("refuses options out of range", () => {
    const validation = {X, y, patience: 1};
    const cases: [string, Partial<BoostedOptions>][] = [
      ["seed", {seed: undefined}],
      ["seed", {seed: 1.5}],
      ["rounds", {rounds: 0}],
      ["rounds", {rounds: 2.5}],
      ["depth", {depth: 0}],
      ["depth", {depth: 21}],
      ["learningRate", {learningRate: 0}],
      ["learningRate", {learningRate: 1.1}],
      ["lambda", {lambda: -1}],
      ["lambda", {lambda: Infinity}],
      ["minChildWeight", {minChildWeight: NaN}],
      ["subsample", {subsample: 0}],
      ["columnSample", {columnSample: 2}],
      ["maxBins", {maxBins: 1}],
      ["maxBins", {maxBins: 257}],
      ["validation.patience", {validation: {...validation, patience: 0}}]
    ];
    for (const [name, options] of cases) {
      const given = {seed: 1, ...options} as BoostedOptions;
      assert.throws(() => fitBoosted(X, y, given), {
        name: "RangeError",
        message: new RegExp(`fitBoosted requires ${name} `)
      });
    }
    const named = {...validation, X: {...X, names: X.names.map((name) => `${name}?`)}};
    assert.throws(() => fitBoosted(X, y, {seed: 1, validation: named}), RangeError);
    assert.throws(() => fitBoosted(X, y, {seed: 1, validation: {...validation, y: y.slice(1)}}), /equal validation/);
  });
});
