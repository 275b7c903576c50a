import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {sigmoid} from "../../../lib/sigmoid.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {columnsOf, largestError} from "./fixtures.js";
import {handmade, handmadeRows} from "./handmade.js";
import {tracksLike} from "./tracksLike.js";

const X = columnsOf(handmade.features, handmadeRows);

describe("predictMargins(ensemble, X)", () => {
  it("adds base margin and leaves", () => {
    const expected = handmadeRows.map(([, , added]) => handmade.baseMargin + added);
    const error = largestError(predictMargins(handmade, X), expected);
    assert.ok(error <= 1e-7, `off by ${error}`); // .3 and 1e-7 are float32
  });

  it("picks columns by name, whatever their order and company", () => {
    const mixed = {
      names: ["b", "other", "a"],
      columns: [X.columns[1], X.columns[0], X.columns[0]],
      length: X.length
    };
    assert.deepEqual(predictMargins(handmade, mixed), predictMargins(handmade, X));
  });

  it("refuses X without one of the model's columns", () => {
    const half = {names: ["a"], columns: [X.columns[0]], length: X.length};
    assert.throws(() => predictMargins(handmade, half), {name: "RangeError", message: /requires a column "b"; got a/});
  });

  it("gives nothing for no rows", () => {
    assert.equal(
      predictMargins(handmade, {...X, columns: [new Float32Array(), new Float32Array()], length: 0}).length,
      0
    );
  });

  it("steps many rows through padded trees to the same bits, missing and endless values included", () => {
    const {X, y} = tracksLike(4200, 4);
    const known = X.columns.map((column, j) => column.map((x, i) => (i % 11 === j ? NaN : x)));
    const columns = known.map((column, j) =>
      column.map((x, i) => (i % 503 === j ? Infinity : i % 509 === j ? -Infinity : x))
    );
    const rows = {...X, columns};
    for (const depth of [1, 3, 6, 9]) {
      const e = fitBoosted({...X, columns: known}, y, {seed: 1, rounds: 8, depth});
      const margins = predictMargins(e, rows);
      const part = (from: number, to: number) => columns.map((column) => column.slice(from, to));
      for (const [from, to] of [
        [0, 2100],
        [2100, 4200]
      ]) {
        const half = predictMargins(e, {names: X.names, columns: part(from, to), length: to - from});
        assert.deepEqual(margins.subarray(from, to), half);
      }
    }
  });

  it("equals marginOfRow on every row of many blocks", () => {
    const rows = tracksLike(1100, 4);
    const e = fitBoosted(rows.X, rows.y, {seed: 1, rounds: 10});
    const margins = predictMargins(e, rows.X);
    for (let i = 0; i < margins.length; i++) {
      assert.equal(
        marginOfRow(
          e,
          Float32Array.from(rows.X.columns, (column) => column[i])
        ),
        margins[i]
      );
    }
  });
});

describe("predictTrees(ensemble, X)", () => {
  it("is the logistic function of the margins", () => {
    assert.deepEqual([...predictTrees(handmade, X)], Array.from(predictMargins(handmade, X), sigmoid));
  });
});

describe("marginOfRow(ensemble, x)", () => {
  it("refuses another width", () => {
    assert.throws(() => marginOfRow(handmade, Float32Array.of(1)), {
      name: "RangeError",
      message: "marginOfRow requires 2 values; got 1"
    });
  });
});
