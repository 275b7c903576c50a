import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {takeRows, type Columns} from "../../../lib/columns.js";
import {rSquared} from "../../../lib/metrics/rSquared.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {fitShares} from "../../../lib/trees/fitShares.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {checkModel} from "../modelChecks.js";
import {tracksLike} from "./tracksLike.js";

const {X, y, p} = tracksLike(1500, 3);
const FEW = {seed: 7, rounds: 20, depth: 4};

checkModel({
  name: "shares",
  fit: (rows, labels, seed) => fitShares(rows, Float32Array.from(labels), {...FEW, seed}),
  predict: predictTrees,
  save: (model) => JSON.stringify(writeXgboost(model)),
  load: (saved) => readXgboost(JSON.parse(saved))
});

describe("fitShares(X, y, options)", () => {
  it("gives the trees of fitBoosted where outcomes are labels", () => {
    assert.deepEqual(fitShares(X, Float32Array.from(y), FEW), fitBoosted(X, y, FEW));
  });

  it("learns of a row with .75 what fitBoosted learns of it three times as a hit and once as a flop", () => {
    const quarters = Array.from({length: X.length}, (_, i) => (7 * i + y[i]) % 5);
    const shares = Float32Array.from(quarters, (count) => count / 4);
    const copies = quarters.flatMap((count, i) => [0, 1, 2, 3].map((k) => ({i, hit: Number(k < count)})));
    const plain = {seed: 1, rounds: 10, depth: 3, subsample: 1, columnSample: 1, minChildWeight: 0};
    const one = fitShares(X, shares, {...plain, lambda: 1});
    const copied = takeRows(X, copies.map(({i}) => i)); // prettier-ignore
    const four = fitBoosted(copied, Uint8Array.from(copies, ({hit}) => hit), {...plain, lambda: 4}); // prettier-ignore
    const [a, b] = [predictTrees(one, X), predictTrees(four, X)];
    a.forEach((value, i) => assert.ok(Math.abs(value - b[i]) < 1e-3, `row ${i}: ${value} ${b[i]}`)); // sums are rounded
  });

  it("learns: what it predicts of rows not seen is near the truth, and inside [0, 1]", () => {
    const fitted = fitShares(X, Float32Array.from(p), {...FEW, rounds: 60, learningRate: 0.15});
    const other = tracksLike(1000, 4);
    const predicted = predictTrees(fitted, other.X);
    const r2 = rSquared(other.p, predicted)!;
    assert.ok(r2 > 0.93, `R² ${r2}`);
    assert.ok(predicted.every((value) => value >= 0 && value <= 1));
  });

  it("gives the same to the same seed, other trees to another, and leaves its inputs unchanged", () => {
    const shares = Float32Array.from(p);
    const before = structuredClone({X, shares});
    const fitted = fitShares(X, shares, FEW);
    assert.deepEqual(fitShares(X, shares, FEW), fitted);
    assert.notDeepEqual(fitShares(X, shares, {...FEW, seed: 8}), fitted);
    assert.deepEqual({X, shares}, before);
  });

  it.each([
    [Float32Array.of(0.2, 1.5), "fitShares requires y in [0, 1]; got 1.5 in row 1"],
    [Float32Array.of(NaN, 0.5), "fitShares requires y in [0, 1]; got NaN in row 0"],
    [Float32Array.of(1, 1), "fitShares requires y that differ; got 1 in all 2 rows"],
    [Float32Array.of(0, 0), "fitShares requires y that differ; got 0 in all 2 rows"],
    [Float32Array.of(1), "fitShares requires equal lengths; got X 2, y 1"]
  ])("refuses outcomes %s", (wrong, message) => {
    const two: Columns = {names: ["a"], columns: [Float32Array.of(1, 2)], length: 2};
    assert.throws(() => fitShares(two, wrong, FEW), {message});
  });
});
