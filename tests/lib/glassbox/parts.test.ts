import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {columnMeans, products, triangles} from "../../../lib/glassbox/basis.js";
import {cholesky, invertLower, solveCholesky} from "../../../lib/glassbox/cholesky.js";
import {chooseKnots, thinKnots} from "../../../lib/glassbox/chooseKnots.js";
import {glassboxMargins} from "../../../lib/glassbox/glassboxMargins.js";
import {knotPosition} from "../../../lib/glassbox/knotPosition.js";
import {curvature, gradient, logLikelihood, termMargins} from "../../../lib/glassbox/likelihood.js";
import {readGlassbox} from "../../../lib/glassbox/readGlassbox.js";
import {screenPairs} from "../../../lib/glassbox/screenPairs.js";
import {buildTerms, widthOf} from "../../../lib/glassbox/terms.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {glassboxRows} from "./glassboxRows.js";

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

  it("gives many values quantiles, denser towards the ends, a heap only one", () => {
    // Shares .5 ∓ .495 cos 0°, 45°, 90°: .005, .15, .5, .85, .995
    const even = Float32Array.from({length: 1001}, (_, i) => 1000 - i);
    assert.deepEqual(chooseKnots(even, 5), {at: [5, 150, 500, 850, 995], missing: false, levels: false});
    const heap = Float32Array.from({length: 1000}, (_, i) => Math.max(0, i - 700));
    assert.deepEqual(chooseKnots(heap, 5).at, [0, 149, 294]);
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

describe("curvature(terms, margins) and gradient(terms, y, margins)", () => {
  const {X, y} = glassboxRows(200, 4, ({a}) => a);
  const knots = X.columns.map((column) => chooseKnots(column, 8));
  const coarse = knots.map((one) => thinKnots(one, 3));
  const terms = buildTerms(X, knots, coarse, [[0, 1], [2, 3], [1, 2]]); // prettier-ignore
  const random = randomSource(9);
  const beta = Float64Array.from({length: widthOf(terms)}, () => 2 * random() - 1);
  const step = beta.map(() => 2 * random() - 1);
  const margins = termMargins(terms, beta, X.length);
  const at = (h: number) => termMargins(terms, beta.map((b, c) => b + h * step[c]), X.length); // prettier-ignore

  it("are the derivatives of the log-likelihood, surfaces of two curves included", () => {
    const slope = gradient(terms, y, margins).reduce((sum, g, c) => sum + g * step[c], 0);
    const rise = (logLikelihood(y, at(1e-4)) - logLikelihood(y, at(-1e-4))) / 2e-4;
    assert.ok(Math.abs(slope / rise - 1) <= 1e-6, `${slope} for ${rise}`);
    const G = curvature(terms, margins);
    const width = beta.length;
    const product = step.map((_, a) =>
      step.reduce((sum, s, b) => sum + s * (b <= a ? G[a * width + b] : G[b * width + a]), 0)
    );
    const [before, after] = [gradient(terms, y, at(-1e-5)), gradient(terms, y, at(1e-5))];
    product.forEach((value, c) => assert.ok(Math.abs(value - (before[c] - after[c]) / 2e-5) <= 1e-4, `column ${c}`));
  });

  it("readGlassbox(...) predicts what the terms do, whatever their coefficients", () => {
    const predicted = glassboxMargins(readGlassbox(X.names, terms, knots, coarse, beta), X);
    predicted.forEach((margin, i) => assert.ok(Math.abs(margin - margins[i]) <= 1e-12));
  });
});

describe("screenPairs(X, y, margins, knots, count)", () => {
  const knotsOf = (X: Columns) => X.columns.map((column) => thinKnots(chooseKnots(column, 16), 5));

  it("takes the strongest pair, then what that leaves, not its double", () => {
    const {X, y} = glassboxRows(3000, 8, ({a, b, c, key}) => 4 * (c - 0.5) * (key - 2) + 6 * (a - 0.5) * (b - 0.5));
    const doubled = {...X, names: [...X.names, "c again"], columns: [...X.columns, X.columns[2]]};
    const pairs = screenPairs(doubled, y, new Float64Array(X.length), knotsOf(doubled), 2);
    assert.deepEqual(pairs.map((pair) => pair.map((j) => X.names[j % 4 === 0 && j > 0 ? 2 : j]).sort().join()), ["c,key", "a,b"]); // prettier-ignore
  });

  it("takes none that promises what chance does, and no more than asked", () => {
    for (const seed of [1, 2, 3]) {
      const {X, y} = glassboxRows(6000, seed, () => 0);
      assert.deepEqual(screenPairs(X, y, new Float64Array(X.length), knotsOf(X), 6), []);
    }
    const {X, y} = glassboxRows(1000, 8, ({c, key}) => 4 * (c - 0.5) * (key - 2));
    assert.deepEqual(screenPairs(X, y, new Float64Array(X.length), knotsOf(X), 0), []);
  });
});
