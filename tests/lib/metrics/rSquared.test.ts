import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {rSquared} from "../../../lib/metrics/rSquared.js";

describe("rSquared(y, p)", () => {
  it("is the share of the variance that predictions explain", () => {
    assert.equal(rSquared([1, 2, 3], [1, 2, 3]), 1);
    assert.equal(rSquared([1, 2, 3], [2, 2, 2]), 0);
    assert.equal(rSquared([1, 2, 3], [1, 2, 4]), 0.5); // 1 − 1/2
    assert.equal(rSquared([1, 2, 3], [3, 2, 1]), -3); // worse than the mean
  });

  it("is null where outcomes do not vary, or there are none", () => {
    assert.equal(rSquared([2, 2], [1, 3]), null);
    assert.equal(rSquared([], []), null);
  });

  it("refuses other lengths", () => {
    assert.throws(() => rSquared([1], [1, 2]), {message: "rSquared requires equal lengths; got y 1, p 2"});
  });
});
