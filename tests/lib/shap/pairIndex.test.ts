import assert from "node:assert/strict";
import {it} from "vitest";
import {pairIndex} from "../../../lib/shap/pairIndex.js";

it("pairIndex(i, j) numbers the pairs of M features from 0 to M (M + 1) / 2 - 1, in either order", () => {
  for (const features of [1, 2, 5, 17]) {
    const places = Array.from({length: features}, (_, j) =>
      Array.from({length: j + 1}, (_, i) => pairIndex(i, j))
    ).flat();
    assert.deepEqual(places, [...places.keys()]);
  }
  assert.equal(pairIndex(4, 2), pairIndex(2, 4));
});
