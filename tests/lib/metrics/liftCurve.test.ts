import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {liftCurve} from "../../../lib/metrics/liftCurve.js";
import {sharedCalls} from "../../../lib/metrics/sharedCalls.js";
import {randomSource} from "../../../lib/random/randomSource.js";

describe("liftCurve(y, p)", () => {
  it("is by hand for five rows, ties called together", () => {
    // One row called: a hit, 1 / (2/5); three: still one hit, (1/3) / (2/5); four: two, (2/4) / (2/5)
    assert.deepEqual(liftCurve([1, 0, 0, 1, 0], [0.9, 0.5, 0.5, 0.3, 0.1]), [
      {share: 0.2, lift: 2.5, threshold: 0.9},
      {share: 0.6, lift: 1 / 3 / 0.4, threshold: 0.5},
      {share: 0.8, lift: 0.5 / 0.4, threshold: 0.3},
      {share: 1, lift: 1, threshold: 0.1}
    ]);
  });

  it("keeps its ends and its area with 50 of 5,000 points", () => {
    const random = randomSource(4);
    const p = Array.from({length: 5000}, () => random());
    const y = p.map((value) => Number(random() < value));
    const area = (maxPoints: number) => {
      const points = liftCurve(y, p, {maxPoints})!;
      assert.ok(points.length <= maxPoints);
      assert.deepEqual(points.at(-1), {share: 1, lift: 1, threshold: Math.min(...p)});
      assert.equal(points[0].share, 1 / 5000);
      return points.slice(1).reduce((sum, {share, lift}, i) => {
        return sum + ((share - points[i].share) * (lift + points[i].lift)) / 2;
      }, 0);
    };
    assert.ok(Math.abs(area(50) - area(5000)) <= 0.01);
  });

  it("is 1 throughout for a constant, null without hits", () => {
    assert.deepEqual(liftCurve([1, 0], [0.5, 0.5]), [{share: 1, lift: 1, threshold: 0.5}]);
    assert.equal(liftCurve([0, 0], [0.1, 0.2]), null);
    assert.throws(() => liftCurve([], []), /liftCurve requires at least one row/);
  });
});

describe("sharedCalls(p, q)", () => {
  it("is the share of rows on the same side of .5, which itself is a hit", () => {
    assert.equal(sharedCalls([0.5, 0.49, 0.9, 0.1], [0.8, 0.5, 0.5, 0]), 0.75);
    assert.equal(sharedCalls([0, 1], [1, 0]), 0);
  });

  it("refuses no rows, other lengths and what is no probability", () => {
    assert.throws(() => sharedCalls([], []), /at least one row; got none/);
    assert.throws(() => sharedCalls([0.1], [0.1, 0.2]), /equal lengths; got p 1, q 2/);
    assert.throws(() => sharedCalls([0.1], [NaN]), /sharedCalls requires p in \[0, 1\]; got NaN/);
    assert.throws(() => sharedCalls([2], [0]), RangeError);
  });
});
