import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {compacity} from "../../../lib/reasons/compacity.js";

/** Rows of contributions as columns. */
const columnsOfRows = (rows: readonly (readonly number[])[]) => rows[0].map((_, j) => rows.map((row) => row[j]));
const ofRow = (...phi: number[]) => compacity(columnsOfRows([phi])).compacity;

describe("compacity(phi)", () => {
  it("is the fewest of the strongest contributions that come within 10 % of the decision", () => {
    assert.equal(ofRow(0.05, 0.9, 0.05), 1); // .9 of 1
    assert.equal(ofRow(0.06, 0.89, 0.05), 2);
    assert.equal(ofRow(-0.06, -0.89, -0.05), 2);
    assert.equal(ofRow(1.05, -0.05, 0), 1); // 1.05 of 1, by overshooting
    assert.equal(ofRow(2, -0.5, -0.5), 3);
    assert.equal(ofRow(1, 0.5, -0.5), 1); // though the next leads away again
  });

  it("needs no feature where nothing is decided", () => {
    assert.deepEqual(compacity([[0], [0]]), {compacity: 0, compacityHigh: 0, topFiveShare: 1});
    assert.deepEqual(compacity([[0.5], [-0.5]]), {compacity: 0, compacityHigh: 0, topFiveShare: 1});
  });

  it("takes the median, and what is enough for 90 % of the rows", () => {
    const row = (needed: number) => Array.from({length: 4}, (_, j) => (j < needed ? 1 : 0));
    const of = (...needed: number[]) => {
      const {compacity: middle, compacityHigh: high} = compacity(columnsOfRows(needed.map(row)));
      return [middle, high];
    };
    assert.deepEqual(of(1, 2, 4), [2, 4]);
    assert.deepEqual(of(1, 2), [1.5, 2]);
    assert.deepEqual(of(4, 1, 1, 2, 1, 2, 1, 1, 1, 3), [1, 3]); // nine of ten need at most 3
  });

  it("gives the share that the five strongest tell, the mean over rows", () => {
    const share = (...rows: number[][]) => compacity(columnsOfRows(rows)).topFiveShare;
    const near = (got: number, expected: number) => assert.ok(Math.abs(got - expected) < 1e-12, `${got}`);
    near(share([1, 1, 1, 1, 1, 1]), 5 / 6);
    near(share([3, 1, -1, 1, 1, 1]), 5 / 6); // the strongest five, the first of equals: 3 + 1 − 1 + 1 + 1 of 6
    near(share([2, 2, 2, 2, 2, -1]), 8 / 9); // 10 for 9
    near(share([1, 1, 1, 1, 1, -0.9, -0.9, -0.9, -0.9]), 0); // 5 for 1.4: worse than nothing
    near(share([1, 2, 3]), 1);
    near(share([1, 1, 1, 1, 1, 1], [6, 0, 0, 0, 0, 0]), 11 / 12);
  });

  it("leaves its input alone and refuses no features and no rows", () => {
    const phi = [Float64Array.of(0.1), Float64Array.of(0.5)];
    compacity(phi);
    assert.deepEqual(phi, [Float64Array.of(0.1), Float64Array.of(0.5)]);
    assert.throws(() => compacity([]), /^RangeError: .* got 0 and 0/);
    assert.throws(() => compacity([[], []]), /^RangeError: .* got 2 and 0/);
  });
});
