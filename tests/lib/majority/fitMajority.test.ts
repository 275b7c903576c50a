import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {fitMajority} from "../../../lib/majority/fitMajority.js";
import {predictMajority} from "../../../lib/majority/predictMajority.js";

const X = {names: ["a"], columns: [Float32Array.of(1, 2, NaN, 4)], length: 4};

describe("fitMajority(X, y)", () => {
  it("is the share of hits, for every row", () => {
    const model = fitMajority(X, [1, 1, 1, 0]);
    assert.deepEqual(model, {format: "trackoracle-majority/1", features: ["a"], baseRate: 0.75});
    assert.deepEqual([...predictMajority(model, X)], [0.75, 0.75, 0.75, 0.75]);
  });
});
