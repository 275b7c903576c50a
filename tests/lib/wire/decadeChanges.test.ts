import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {decadeChanges, directionSign} from "../../../lib/wire/decadeChanges.js";

const estimate = (value: number, either = 0.1) => ({value, low: value - either, high: value + either});
const byDecade = [
  {decade: 1960, tracks: 10, meanAbsPhi: [estimate(0.5), estimate(0.2), estimate(0.4)], direction: [0.5, 0.5, -0.5]},
  {decade: 1970, tracks: 12, meanAbsPhi: [estimate(0.9), estimate(0.3), estimate(0.4)], direction: [0.05, -0.09, 0.5]},
  {decade: 1980, tracks: 14, meanAbsPhi: [estimate(0.65), estimate(0.45), estimate(0.4)], direction: [-0.3, 0.2, -0.1]}
];

describe("decadeChanges(explain, model)", () => {
  const changes = decadeChanges({features: ["energy", "tempo", "mode"]}, {byDecade});

  it("orders features by their change from the first decade to the last", () => {
    assert.deepEqual(
      changes.map(({feature, strongest}) => [feature, strongest]),
      [["tempo", 0.45], ["energy", 0.9], ["mode", 0.4]] // prettier-ignore
    );
    assert.deepEqual([changes[0].first.value, changes[0].last.value], [0.2, 0.45]);
  });

  it("says whose intervals do not overlap, whether it grew or fell", () => {
    assert.deepEqual(changes.map(({beyondIntervals}) => beyondIntervals), [true, false, false]); // prettier-ignore
    const fell = decadeChanges({features: ["energy", "tempo", "mode"]}, {byDecade: [...byDecade].reverse()});
    assert.deepEqual(fell.map(({beyondIntervals}) => beyondIntervals), [true, false, false]); // prettier-ignore
  });

  it("finds turns between clear directions, past unclear ones", () => {
    assert.deepEqual(changes.map(({turns}) => turns), [[], [2], [1, 2]]); // prettier-ignore
  });

  it("compares nothing with fewer than two decades", () => {
    assert.deepEqual(decadeChanges({features: ["energy"]}, {byDecade: byDecade.slice(0, 1)}), []);
    assert.deepEqual(decadeChanges({features: ["energy"]}, {byDecade: []}), []);
  });
});

it("directionSign(direction) calls none below a correlation of 0.1", () => {
  assert.deepEqual([-1, -0.1, -0.09, 0, 0.09, 0.1, 1].map(directionSign), [-1, -1, 0, 0, 0, 1, 1]);
});
