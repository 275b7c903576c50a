import assert from "node:assert/strict";
import {it} from "vitest";
import {selectColumns, takeRows, takeValues, type Columns} from "../../lib/columns.js";

const X: Columns = {
  names: ["a", "b", "c"],
  columns: [Float32Array.of(1, 2, 3), Float32Array.of(4, NaN, 6), Float32Array.of(7, 8, 9)],
  length: 3
};

it("selectColumns(X, names) picks columns in the order asked for, without copying", () => {
  const picked = selectColumns(X, ["c", "a"]);
  assert.deepEqual(picked.names, ["c", "a"]);
  assert.equal(picked.columns[0], X.columns[2]);
  assert.equal(picked.columns[1], X.columns[0]);
  assert.equal(picked.length, 3);
});

it("selectColumns(X, names) refuses a name that X lacks, and says which it has", () => {
  assert.throws(() => selectColumns(X, ["a", "d"]), {
    name: "RangeError",
    message: 'selectColumns requires a column "d"; got a, b, c'
  });
});

it("takeRows(X, rows) copies rows in the order given, repeats and missing values included", () => {
  const taken = takeRows(X, [2, 1, 1]);
  assert.deepEqual(taken.columns, [Float32Array.of(3, 2, 2), Float32Array.of(6, NaN, NaN), Float32Array.of(9, 8, 8)]);
  assert.deepEqual(taken.names, X.names);
  assert.equal(taken.length, 3);
  taken.columns[0][0] = 99;
  assert.equal(X.columns[0][2], 3);
  assert.equal(takeRows(X, []).length, 0);
});

it("takeValues(values, rows) keeps the type of the array", () => {
  assert.deepEqual(takeValues(Uint8Array.of(1, 0, 1), Int32Array.of(1, 2)), Uint8Array.of(0, 1));
  assert.deepEqual(takeValues(Float64Array.of(0.5, 0.25), [1]), Float64Array.of(0.25));
  assert.deepEqual(takeValues(Int32Array.of(5, 6), [0, 0]), Int32Array.of(5, 5));
});
