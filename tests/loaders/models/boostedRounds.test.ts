import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {boostedRounds} from "../../../loaders/models/boostedSettings.js";

describe("boostedRounds(rows)", () => {
  it("grows with the rows, one in 26, between 50 and 1,250", () => {
    assert.deepEqual(
      [0, 2, 1300, 6500, 32_474, 32_500, 1_000_000].map(boostedRounds),
      [50, 50, 50, 250, 1249, 1250, 1250]
    );
  });
});
