import assert from "node:assert/strict";
import {bisectRight} from "d3-array";
import {describe, it} from "vitest";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {iceExplainer} from "../../../lib/trees/iceCurves.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {handmade, handmadeRows} from "./handmade.js";
import {tracksLike} from "./tracksLike.js";

/** The largest difference between the curves of a row and the margins of copies of it, at and around every step. */
function errorOfCurves(ensemble: TreeEnsemble, row: Float32Array): number {
  let error = 0;
  const curves = iceExplainer(ensemble)(row);
  curves.forEach(({from, margin, missing}, j) => {
    const ask = (value: number, expected: number) => {
      const copy = row.slice();
      copy[j] = value;
      error = Math.max(error, Math.abs(marginOfRow(ensemble, copy) - expected));
    };
    ask(NaN, missing);
    const starts = [...from];
    const middles = starts.slice(1).map((start, k) => (k === 0 ? start - 1 : Math.fround((start + starts[k]) / 2)));
    for (const value of [...starts, ...middles, row[j], Infinity])
      if (!Number.isNaN(value)) ask(value, margin[bisectRight(starts, value) - 1]);
  });
  return error;
}

describe("iceExplainer(ensemble)", () => {
  const {X, y} = tracksLike(600, 3);
  const fitted = fitBoosted(X, y, {rounds: 40, depth: 5, learningRate: 0.3, minChildWeight: 1, seed: 1});
  const row = (i: number) => Float32Array.from(X.columns, (column) => column[i]);

  it("gives the steps of a tree worked out by hand", () => {
    const [a, b] = iceExplainer(handmade)([0, NaN]);
    const margins = (added: number[]) => added.map((value) => handmade.baseMargin + Math.fround(0.3) + 5 + value);
    assert.deepEqual([...a.from], [-Infinity, -3.4028234663852886e38, Math.fround(0.1)]);
    a.margin.forEach((margin, k) => assert.ok(Math.abs(margin - margins([1, 1, 4])[k]) < 1e-12));
    assert.ok(Math.abs(a.missing - margins([3])[0]) < 1e-12);
    assert.equal(b.from.length, 3);
  });

  it("agrees with the margin at, before and between all thresholds, and where the value is missing", () => {
    for (const [a, b] of handmadeRows) assert.ok(errorOfCurves(handmade, Float32Array.of(a, b)) < 1e-9);
    const rows = Array.from({length: 12}, (_, i) => row(i));
    assert.ok(rows.some((x) => Number.isNaN(x[3])) && rows.some((x) => !Number.isNaN(x[3])));
    const strange = [Float32Array.from(X.names, () => NaN), Float32Array.from(X.names, () => Infinity)];
    for (const x of [...rows, ...strange]) {
      const error = errorOfCurves(fitted, x);
      assert.ok(error < 1e-9, `off by ${error}`);
    }
  });

  it("keeps what it gave for one song when it is asked about another, and gives it again", () => {
    const curvesOf = iceExplainer(fitted);
    const first = curvesOf(row(0));
    const before = structuredClone(first);
    curvesOf(row(1));
    assert.deepEqual(first, before);
    assert.deepEqual(curvesOf(row(0)), before);
  });

  it("compares values as float32, as marginOfRow does", () => {
    const [a] = iceExplainer(handmade)([0.1, 0]);
    assert.equal(a.margin[2], marginOfRow(handmade, Float32Array.of(0.1, 0)));
  });

  it("refuses another width", () => {
    assert.throws(() => iceExplainer(handmade)([1]), {
      name: "RangeError",
      message: "iceExplainer requires 2 values; got 1"
    });
  });
});
