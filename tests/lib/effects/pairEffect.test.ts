import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {pairEffect} from "../../../lib/effects/pairEffect.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {columnsOf} from "../logistic/columnsOf.js";

const fixture = JSON.parse(readFileSync(new URL("../../fixtures/effects/effects.json", import.meta.url), "utf8"));
const half = ({length}: Columns) => new Float64Array(length).fill(0.5);

describe("pairEffect(predict, X, [a, b])", () => {
  it("finds scikit-learn's partial dependence of two features", () => {
    const {a, b, c, pair} = fixture;
    const X = columnsOf({a, b, c});
    const predict = ({columns: [a, b, c]}: Columns) => Float64Array.from(a, (x, i) => sigmoid(2 * x * b[i] - c[i]));
    const {features, x, y, p} = pairEffect(predict, X, ["a", "b"])!;
    assert.deepEqual([features, x, y], [["a", "b"], ...pair.values]);
    assert.equal(p.length, x.length);
    p.forEach((row, k) => row.forEach((value, l) => assert.ok(Math.abs(value - pair.average[k][l]) <= 1e-12)));
    const turned = pairEffect(predict, X, ["b", "a"])!;
    p.forEach((row, k) => row.forEach((value, l) => assert.equal(turned.p[l][k], value)));
  });

  it("gives each cell its share of the rows whose values are both known, the nearest of each axis", () => {
    const {share} = pairEffect(half, columnsOf({a: [0, 0, 1, 1, null, 0], b: [5, 5, 5, 7, 7, null]}), ["a", "b"])!;
    assert.deepEqual(share, [
      [0.5, 0],
      [0.25, 0.25]
    ]);
    const long = Array.from({length: 200}, (_, i) => i);
    const {x, y, share: cells} = pairEffect(half, columnsOf({a: long, b: long.map((i) => -i)}), ["a", "b"])!;
    assert.deepEqual([x.length, y.length], [12, 12]);
    const total = cells.flat().reduce((sum, value) => sum + value, 0);
    assert.ok(Math.abs(total - 1) < 1e-12);
    assert.ok(cells.every((row, k) => row[11 - k] > 0.03));
  });

  it("has no shares where no row knows both, and is null where either does not vary", () => {
    const {share} = pairEffect(half, columnsOf({a: [0, 1, null, null], b: [null, null, 0, 1]}), ["a", "b"])!;
    assert.deepEqual(share.flat(), [0, 0, 0, 0]);
    assert.equal(pairEffect(half, columnsOf({a: [0, 1], b: [3, 3]}), ["a", "b"]), null);
    assert.equal(pairEffect(half, columnsOf({a: [0, null], b: [3, 4]}), ["a", "b"]), null);
  });

  it("refuses no rows, one feature twice and other names", () => {
    const X = columnsOf({a: [0, 1], b: [3, 4]});
    assert.throws(() => pairEffect(half, columnsOf({a: [], b: []}), ["a", "b"]), /^RangeError: .* got none/);
    assert.throws(() => pairEffect(half, X, ["a", "a"]), /^RangeError: .* two features; got "a" twice/);
    assert.throws(() => pairEffect(half, X, ["a", "c"]), /^RangeError: .* "c"; got a, b/);
    assert.throws(() => pairEffect(half, columnsOf({a: [Infinity, 1], b: [1, 2]}), ["a", "b"]), /finite values/);
  });
});
