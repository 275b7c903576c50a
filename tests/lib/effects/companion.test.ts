import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {companion} from "../../../lib/effects/companion.js";
import {columnsOf} from "../logistic/columnsOf.js";

describe("companion(X, name)", () => {
  it("is the most correlated other column, whichever the sign", () => {
    const X = columnsOf({a: [1, 2, 3, 4], b: [1, 2, 4, 3], c: [9, 7, 5, null], d: [1, 1, 1, 1]});
    assert.deepEqual(companion(X, "a"), {companion: "c", correlation: -1});
    assert.equal(companion(X, "b").companion, "c");
    assert.deepEqual(companion(X, "d"), {companion: null, correlation: 0});
    assert.throws(() => companion(X, "e"), /^RangeError: .* "e"; got a, b, c, d/);
  });
});
