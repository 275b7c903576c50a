import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {boostedRounds} from "../../../loaders/models/boostedSettings.js";

describe("boostedRounds(rows)", () => {
  it("grows with the rows, one in 32, between 50 and 1,000", () => {
    assert.deepEqual(
      [0, 2, 1600, 6400, 31_968, 32_000, 1_000_000].map(boostedRounds),
      [50, 50, 50, 200, 999, 1000, 1000]
    );
  });
});
