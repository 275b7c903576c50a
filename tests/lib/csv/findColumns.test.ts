import assert from "node:assert/strict";
import {it} from "vitest";
import {findColumns} from "../../../lib/csv/findColumns.js";

it("findColumns(header, names, file) finds names in any order, -1 where one is absent", () => {
  assert.deepEqual(findColumns(["b", " a ", "x", "x"], ["a", "b", "c"], "f.csv"), [1, 0, -1]);
});

it("findColumns(header, names, file) refuses a wanted column that appears twice", () => {
  assert.throws(() => findColumns(["a", "b", " a"], ["a"], "f.csv"), {
    message: 'f.csv, line 1, column "a": expected one column "a"; got 2'
  });
});
