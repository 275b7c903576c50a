import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {boostedPace} from "../../../loaders/models/boostedSettings.js";

describe("boostedPace(rows)", () => {
  it("has rounds grow with the rows, one in 26, between 50 and 1,250", () => {
    assert.deepEqual(
      [0, 2, 1300, 6500, 32_474, 32_500, 50_000].map((rows) => boostedPace(rows).rounds),
      [50, 50, 50, 250, 1249, 1250, 1250]
    );
  });

  it("takes fewer and stronger trees beyond 50,000 rows, as strong together", () => {
    const [usual, hasty] = [boostedPace(50_000), boostedPace(50_001)];
    assert.ok(hasty.rounds < usual.rounds / 2);
    assert.ok(Math.abs(hasty.rounds * hasty.learningRate - usual.rounds * usual.learningRate) < 1e-9);
  });
});
