import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {meanRanks} from "../../../lib/metrics/meanRanks.js";
import {pearsonCorrelation} from "../../../lib/metrics/pearsonCorrelation.js";

describe("meanRanks(values)", () => {
  it("ranks from 0, shares the rank of ties, leaves missing values out", () => {
    assert.deepEqual(meanRanks(Float32Array.of(30, 10, NaN, 20, 20)), Float64Array.of(3, 0, NaN, 1.5, 1.5));
  });

  it("tells doubles apart that are one float", () => {
    assert.deepEqual(meanRanks(Float64Array.of(0.5 + 1e-12, 0.5)), Float64Array.of(1, 0));
  });
});

describe("pearsonCorrelation(a, b)", () => {
  it("is 1 for a line, -1 for its mirror, and by hand in between", () => {
    assert.ok(Math.abs(pearsonCorrelation([1, 2, 3], [10, 20, 30])! - 1) < 1e-12);
    assert.ok(Math.abs(pearsonCorrelation([1, 2, 3], [3, 2, 1])! + 1) < 1e-12);
    // by hand: deviations (-1, 0, 1) and (-1, 1, 0): products 1, squares 2 and 2
    assert.ok(Math.abs(pearsonCorrelation([1, 2, 3], [1, 3, 2])! - 0.5) < 1e-12);
  });

  it("leaves out rows where either is missing", () => {
    assert.ok(Math.abs(pearsonCorrelation([1, 2, 3, NaN, 9], [1, 3, 2, 5, NaN])! - 0.5) < 1e-12);
  });

  it("is null for a constant, and refuses other lengths", () => {
    assert.equal(pearsonCorrelation([1, 1, 1], [1, 2, 3]), null);
    assert.equal(pearsonCorrelation([], []), null);
    assert.throws(() => pearsonCorrelation([1], [1, 2]), /equal lengths; got 1 and 2/);
  });
});
