import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {takeRows, takeValues, type Columns} from "../../../lib/columns.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {fitBoosted, type BoostedOptions} from "../../../lib/trees/fitBoosted.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {columnsOf, fixtureJson, largestError} from "./fixtures.js";
import {tracksLike} from "./tracksLike.js";

type Monotone = NonNullable<BoostedOptions["monotone"]>;

const {X: like, y} = tracksLike(1500, 4);
// Constant and all-missing columns first: they have no place in the bin matrix, so places differ from there on.
const X: Columns = {length: like.length, names: [...like.names].reverse(), columns: [...like.columns].reverse()};

/** Margins of every hundredth row, its column swept over all values that a tree tells apart: one list a row. */
function sweep(e: TreeEnsemble, name: string): Float64Array[] {
  const j = X.names.indexOf(name);
  const thresholds = e.threshold.filter((_, i) => e.feature[i] === j);
  const grid = Float32Array.from(new Set([-3e38, ...thresholds])).sort();
  return Array.from({length: 15}, (_, k) => {
    const rows = takeRows(X, new Int32Array(grid.length).fill(100 * k + 7));
    const columns = rows.columns.map((column, at) => (at === j ? grid : column));
    return predictMargins(e, {...rows, columns});
  });
}

/** How often the margin moves against the sign as the column rises. */
function violations(e: TreeEnsemble, name: string, sign: number): number {
  const steps = sweep(e, name).flatMap((margins) => [...margins.slice(1)].map((margin, i) => margin - margins[i]));
  return steps.filter((step) => step * sign < 0).length;
}

describe("fitBoosted(X, y, {monotone})", () => {
  const CASES: [Monotone, Partial<BoostedOptions>][] = [
    [{smooth: 1}, {depth: 8}],
    [
      {smooth: -1, gaps: 1},
      {depth: 8, minChildWeight: 0, lambda: 0}
    ],
    [
      {gaps: -1, noise: 1, few: -1},
      {depth: 6, minChildWeight: 1}
    ],
    [
      {smooth: 1, step: -1, few: 1, gaps: 1, noise: -1},
      {depth: 8, minChildWeight: 1}
    ],
    [
      {smooth: -1, step: 1, few: -1, gaps: -1, noise: 1, constant: 1, unknown: -1},
      {depth: 7, subsample: 1, maxBins: 20}
    ],
    [
      {step: 1, noise: -1},
      {depth: 2, learningRate: 1}
    ]
  ];
  for (const [monotone, options] of CASES) {
    it(`keeps the order of ${JSON.stringify(monotone)} to the bit, whatever else the row holds`, () => {
      for (const seed of [1, 2]) {
        const e = fitBoosted(X, y, {seed, rounds: 40, learningRate: 0.3, ...options, monotone});
        assert.ok(e.value.every(Number.isFinite) && e.gain.every((gain) => gain >= 0));
        for (const [name, sign] of Object.entries(monotone)) assert.equal(violations(e, name, sign), 0, name);
      }
    });
  }

  it("is needed: without it the same columns rise and fall", () => {
    const e = fitBoosted(X, y, {seed: 1, rounds: 40, learningRate: 0.3});
    for (const name of ["smooth", "step", "gaps", "noise"]) {
      for (const sign of [1, -1]) assert.ok(violations(e, name, sign) > 10, name);
    }
  });

  it("agrees with XGBoost's monotone_constraints", () => {
    const {names, train, columns, y: labels, cases} = fixtureJson("monotone.json");
    const rows = columnsOf(
      ["constant", ...names],
      labels.map((_: number, i: number) => [7, ...columns.map((column: number[]) => column[i])])
    );
    const all = Array.from(labels.keys() as Iterable<number>);
    const [fitted, held] = [all.slice(0, train), all.slice(train)];
    const outcomes = Uint8Array.from(labels);
    for (const {monotone, auc, margins} of cases) {
      const options = {seed: 1, rounds: 40, learningRate: 0.1, subsample: 1, columnSample: 1, monotone};
      const e = fitBoosted(takeRows(rows, fitted), takeValues(outcomes, fitted), options);
      const ours = predictMargins(e, takeRows(rows, held));
      const what = JSON.stringify(monotone);
      const off = rocAuc(takeValues(outcomes, held), ours.map(sigmoid))! - auc;
      assert.ok(Math.abs(off) <= 0.003, `${what}: AUC off by ${off}`);
      const mean = ours.reduce((sum, margin, i) => sum + Math.abs(margin - margins[i]), 0) / ours.length;
      assert.ok(mean <= 0.01, `${what}: margins off by ${mean} on average, by ${largestError(ours, margins)} at most`);
    }
  });

  it("costs little along the true direction, much against it", () => {
    const [train, test] = [rising(3000, 1), rising(3000, 2)];
    const auc = (monotone: Monotone) => {
      const e = fitBoosted(train.X, train.y, {seed: 1, rounds: 60, depth: 5, learningRate: 0.1, monotone});
      return rocAuc(test.y, predictTrees(e, test.X))!;
    };
    const free = auc({});
    assert.ok(auc({up: 1, down: -1}) >= free - 0.002, "along");
    assert.ok(auc({up: -1}) < free - 0.05, "against");
  });

  it("leaves missing values free: worth more than any known one", () => {
    const gaps: Columns = {names: ["gaps"], columns: [like.columns[3]], length: X.length};
    const options = {seed: 1, rounds: 30, subsample: 1, columnSample: 1};
    for (const sign of [1, -1] as const) {
      const e = fitBoosted(gaps, y, {...options, monotone: {gaps: sign}});
      const at = (x: number) => predictTrees(e, {names: ["gaps"], columns: [Float32Array.of(x)], length: 1})[0];
      for (const x of [0, 0.5, 1]) assert.ok(at(NaN) - at(x) > 0.15, `missing ${at(NaN)}, ${x} ${at(x)}`);
    }
  });

  it("gives the very trees of no option where nothing is asked for", () => {
    const free = fitBoosted(X, y, {seed: 1, rounds: 5});
    for (const monotone of [{}, undefined]) assert.deepEqual(fitBoosted(X, y, {seed: 1, rounds: 5, monotone}), free);
  });

  it("refuses columns that are not there and signs other than 1 and -1", () => {
    const cases: [Record<string, unknown>, RegExp][] = [
      [{tempo: 1}, /^fitBoosted requires monotone of columns unknown, .*smooth; got tempo$/],
      [{toString: 1}, /got toString$/],
      [{smooth: 0}, /^fitBoosted requires monotone.smooth 1 or -1; got 0$/],
      [{few: 1, smooth: 2}, /monotone.smooth 1 or -1; got 2$/],
      [{smooth: NaN}, /got NaN$/],
      [{smooth: "1"}, /got 1$/]
    ];
    for (const [monotone, message] of cases) {
      const options = {seed: 1, rounds: 1, monotone: monotone as Monotone};
      assert.throws(() => fitBoosted(X, y, options), {name: "RangeError", message});
    }
  });
});

/** Rows whose outcome rises with `up`, falls with `down` and waves with `free`, some values missing. */
function rising(n: number, seed: number): {X: Columns; y: Uint8Array} {
  const random = randomSource(seed);
  const columns = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  const outcomes = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const [up, down, free] = [random() * 4 - 2, random() * 4 - 2, random() * 4 - 2];
    outcomes[i] = Number(random() < sigmoid(1.2 * up - Math.exp(down / 2) + Math.sin(2 * free)));
    [up, down, free].forEach((x, j) => (columns[j][i] = random() < 0.05 ? NaN : x));
  }
  return {X: {names: ["up", "down", "free"], columns, length: n}, y: outcomes};
}
