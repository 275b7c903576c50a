import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {halvedForMany, MANY_ROWS} from "../../../loaders/models/manyRows.js";

describe("halvedForMany(amount, rows)", () => {
  it("halves trees and epochs beyond 50,000 rows, and never to nothing", () => {
    assert.equal(halvedForMany(200, MANY_ROWS), 200);
    assert.equal(halvedForMany(200, MANY_ROWS + 1), 100);
    assert.equal(halvedForMany(1, MANY_ROWS + 1), 1);
  });
});
