import assert from "node:assert/strict";
import {it} from "vitest";
import {columnNamed} from "../../lib/columnNamed.js";

it("columnNamed(X, name) gives the column itself, or all missing", () => {
  const energy = Float32Array.of(0.1, 0.2);
  const X = {names: ["energy"], columns: [energy], length: 2};
  assert.equal(columnNamed(X, "energy"), energy);
  assert.deepEqual([...columnNamed(X, "decade")], [NaN, NaN]);
});
