import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {neighbourStability} from "../../../lib/reasons/neighbourStability.js";
import {columnsOf} from "../logistic/columnsOf.js";

const near = (got: number, expected: number) => assert.ok(Math.abs(got - expected) < 1e-12, `${got}`);

/** Explanations as columns: +1 leans on the first of three features, −1 away from it. */
const leaning = (signs: readonly number[]) => [signs, signs.map(() => 0), signs.map(() => 0)];

describe("neighbourStability(X, p, phi)", () => {
  it("is the mean correlation of contributions", () => {
    const X = columnsOf({a: [1, 2]});
    near(neighbourStability(X, [0.5, 0.5], leaning([1, 1])), 1);
    near(neighbourStability(X, [0.5, 0.5], leaning([1, -1])), -1);
    // by hand: (1, 2, 3) and (1, 3, 2) correlate by .5
    const phi = [
      [1, 1],
      [2, 3],
      [3, 2]
    ];
    near(neighbourStability(X, [0.5, 0.5], phi), 0.5);
  });

  it("compares only rows whose probabilities are within .1", () => {
    const X = columnsOf({a: [1, 1, 1]});
    near(neighbourStability(X, [0.5, 0.59, 0.65], leaning([1, 1, -1])), (1 + 0 - 1) / 3);
    near(neighbourStability(X, [0.5, 0.59, 0.7], leaning([1, 1, -1])), 1); // the third has no neighbour
    assert.equal(neighbourStability(X, [0, 0.5, 1], leaning([1, 1, 1])), 0);
  });

  it("takes the ten nearest of them", () => {
    // Two crowds of eleven far apart: the other crowd is not asked.
    const crowd = Array.from({length: 22}, (_, i) => (i < 11 ? i / 100 : 5 + i / 100));
    const signs = crowd.map((a) => (a < 1 ? 1 : -1));
    const p = crowd.map(() => 0.5);
    near(neighbourStability(columnsOf({a: crowd}), p, leaning(signs)), 1);
    // Of crowds of ten, each row has to take one of the others: (9 − 1) / 10.
    const some = (values: number[]) => values.filter((_, i) => i % 11 > 0);
    near(neighbourStability(columnsOf({a: some(crowd)}), some(p), leaning(some(signs))), 0.8);
  });

  it("measures distance in standard deviations, missing values at the median", () => {
    // In other units the neighbours are the same.
    const n = 22;
    const a = Array.from({length: n}, (_, i) => (i < 11 ? 0 : 1));
    const b = Array.from({length: n}, (_, i) => 1000 * (i % 11));
    const signs = a.map((value) => (value === 0 ? 1 : -1));
    const p = a.map(() => 0.5);
    const both = neighbourStability(
      columnsOf({a: a.map((value) => value * 1e4), b: b.map((x) => x / 1e3)}),
      p,
      leaning(signs)
    );
    near(neighbourStability(columnsOf({a, b}), p, leaning(signs)), both);
    const outlier = {a: [3, 4, ...Array.from({length: 12}, () => 1), null], b: Array.from({length: 15}, () => 1)};
    const leans = [-1, -1, ...Array.from({length: 13}, () => 1)];
    // The row with a missing a stands among the twelve; each of those has ten alike, the two others nine of ten not.
    near(
      neighbourStability(
        columnsOf(outlier),
        leans.map(() => 0.5),
        leaning(leans)
      ),
      (13 * 1 + 2 * (1 / 10 - 9 / 10)) / 15
    );
  });

  it("leaves out explanations without differences", () => {
    near(neighbourStability(columnsOf({a: [1, 1, 1]}), [0.5, 0.5, 0.5], leaning([1, 0, 1])), 1);
    assert.equal(neighbourStability(columnsOf({a: [1]}), [0.5], leaning([1])), 0);
  });

  it("leaves its input alone and refuses other numbers of rows", () => {
    const X = columnsOf({a: [1, null]});
    neighbourStability(X, [0.5, 0.5], leaning([1, 1]));
    assert.deepEqual(X, columnsOf({a: [1, null]}));
    assert.throws(() => neighbourStability(X, [0.5], leaning([1, 1])), /^RangeError: .* got X 2, p and phi 1, 2, 2, 2/);
    assert.throws(() => neighbourStability(X, [0.5, 0.5], [[1]]), /^RangeError: .* p and phi 2, 1/);
    assert.throws(() => neighbourStability(columnsOf({a: [Infinity, 1]}), [0, 0], [[1, 1]]), /finite values/);
  });
});
