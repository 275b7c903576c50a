import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {columnMeans, products, triangles} from "../../../lib/glassbox/basis.js";
import {cholesky, invertLower, solveCholesky} from "../../../lib/glassbox/cholesky.js";
import {chooseKnots, thinKnots} from "../../../lib/glassbox/chooseKnots.js";
import {knotPosition} from "../../../lib/glassbox/knotPosition.js";

describe("knotPosition(knots, x)", () => {
  it("counts steps from the first knot, clamped, and puts missing values last", () => {
    const knots = [0, 1, 4, 8];
    for (const [x, position] of [[-9, 0], [0, 0], [0.25, 0.25], [1, 1], [2.5, 1.5], [6, 2.5], [8, 3], [99, 3], [NaN, 4]]) {
      assert.equal(knotPosition(knots, x), position, `${x}`);
    } // prettier-ignore
    assert.equal(knotPosition([], 5), 0);
    assert.equal(knotPosition([3], 5), 0);
    assert.equal(knotPosition([3], NaN), 1);
  });
});

describe("chooseKnots(column, count)", () => {
  it("gives every value of few its own", () => {
    assert.deepEqual(chooseKnots(Float32Array.of(3, 1, NaN, 3), 16), {at: [1, 3], missing: true, levels: true});
    assert.deepEqual(chooseKnots(Float32Array.of(NaN), 16), {at: [], missing: true, levels: true});
  });

  it("gives many values evenly spread quantiles between the tails, a heap only one", () => {
    const even = chooseKnots(
      Float32Array.from({length: 1001}, (_, i) => 1000 - i),
      12
    );
    assert.deepEqual(even, {
      at: [5, 95, 185, 275, 365, 455, 545, 635, 725, 815, 905, 995],
      missing: false,
      levels: false
    });
    const heap = chooseKnots(
      Float32Array.from({length: 1000}, (_, i) => Math.max(0, i - 700)),
      12
    );
    assert.deepEqual(heap.at.slice(0, 2), [0, 24]);
    assert.equal(heap.at.length, 5);
  });
});

describe("thinKnots(knots, count)", () => {
  it("keeps the outer knots and some between, and all levels", () => {
    const knots = {at: [0, 1, 2, 3, 4, 5, 6], missing: false, levels: false};
    assert.deepEqual(thinKnots(knots, 3).at, [0, 3, 6]);
    assert.equal(thinKnots({...knots, levels: true}, 3).at.length, 7);
    assert.equal(thinKnots(knots, 7).at.length, 7);
  });
});

describe("triangles(column, knots) and products(a, b)", () => {
  it("weigh two neighbours each, or the level, or what is missing", () => {
    const smooth = triangles(Float32Array.of(0, 2.5, NaN), {at: [0, 1, 4], missing: true, levels: false});
    assert.deepEqual([...columnMeans(smooth)], [1 / 3, 0.5 / 3, 0.5 / 3, 1 / 3]);
    const level = triangles(Float32Array.of(4, 0, 1), {at: [0, 1, 4], missing: false, levels: true});
    assert.deepEqual([...level.index], [2, 0, 1]);
    const both = products(smooth, level);
    assert.deepEqual([both.size, both.corners], [12, 2]);
    assert.deepEqual(
      [...columnMeans(both)].map((mean) => Number((6 * mean).toFixed(9))),
      [0, 0, 2, 1, 0, 0, 1, 0, 0, 0, 2, 0]
    );
  });
});

describe("cholesky(A, size)", () => {
  it("gives the factor of a matrix by hand, its inverse and solutions", () => {
    const L = cholesky(Float64Array.of(4, 9, 9, 2, 10, 9, 6, -2, 19), 3); // only the lower triangle counts
    assert.deepEqual([...L], [2, 0, 0, 1, 3, 0, 3, -5 / 3, Math.sqrt(10 - 25 / 9)]);
    const inverse = invertLower(L, 3);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const sum = [0, 1, 2].reduce((total, k) => total + L[3 * i + k] * inverse[3 * k + j], 0);
        assert.ok(Math.abs(sum - Number(i === j)) <= 1e-12);
      }
    }
    const x = solveCholesky(L, Float64Array.of(4 + 4 + 18, 2 + 20 - 6, 6 - 4 + 57)); // A times 1, 2, 3
    x.forEach((value, k) => assert.ok(Math.abs(value - k - 1) <= 1e-12));
  });

  it("refuses a matrix that is not positive definite", () => {
    assert.throws(() => cholesky(Float64Array.of(1, 0, 2, 4), 2), /requires a positive definite matrix; got pivot 0/);
    assert.throws(() => cholesky(Float64Array.of(NaN), 1), RangeError);
  });
});
