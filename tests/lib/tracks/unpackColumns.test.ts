import assert from "node:assert/strict";
import {tableFromColumns} from "@uwdata/flechette";
import {describe, it} from "vitest";
import {packColumns} from "../../../lib/tracks/packColumns.js";
import {unpackColumns} from "../../../lib/tracks/unpackColumns.js";

describe("unpackColumns(row)", () => {
  const X = {names: ["a", "b"], columns: [Float32Array.of(1, 300, NaN), Float32Array.of(1 / 3, 5, 6)], length: 3};
  const table = tableFromColumns(packColumns(X));
  const row = Object.fromEntries(table.names.map((name) => [name, table.getChild(name).at(0) as unknown]));

  it("gives back what packColumns packed", () => {
    assert.deepEqual(unpackColumns(row), X);
  });

  it("refuses parts that disagree", () => {
    const codes = row.codes as Uint8Array;
    for (const change of [
      {codes: codes.subarray(1)},
      {codes: Uint8Array.of(...codes, 0)},
      {rows: 2},
      {tableSizes: [0, 2]},
      {bytes: [2, 2]}
    ]) {
      assert.throws(() => unpackColumns({...row, ...change}), {name: "RangeError", message: /^unpackColumns requires/});
    }
  });
});
