import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {outsideRange, outsideWords} from "../../../lib/wire/outsideRange.js";

const ranges = [
  {name: "tempo", min: 40, max: 200},
  {name: "loudness", min: -50, max: 3.5},
  {name: "valence", min: null, max: null},
  {name: "key", min: 2, max: 2}
];
const names = (...values: number[]) => outsideRange(values, ranges).map(({name}) => name);

describe("outsideRange(values, ranges)", () => {
  it("finds values beyond either end, both ends being inside", () => {
    assert.deepEqual(names(40, -50, NaN, 2), []);
    assert.deepEqual(names(200, 3.5, NaN, 2), []);
    assert.deepEqual(names(39, 3.6, NaN, 3), ["tempo", "loudness", "key"]);
    assert.deepEqual(names(201, -51, NaN, 1), ["tempo", "loudness", "key"]);
    assert.deepEqual(outsideRange([300, 0, NaN, 2], ranges), [{name: "tempo", min: 40, max: 200, value: 300}]);
  });

  it("takes what is missing as inside, and any value of a feature never known as outside", () => {
    assert.deepEqual(names(NaN, NaN, NaN, NaN), []);
    assert.deepEqual(names(NaN, NaN, 0, NaN), ["valence"]);
  });

  it("refuses as many values as there are not", () => {
    assert.throws(() => outsideRange([1], ranges), /outsideRange requires 4 values; got 1/);
  });
});

describe("outsideWords(outside)", () => {
  it("names each value and what is known instead", () => {
    assert.equal(outsideWords([]), "");
    assert.equal(
      outsideWords(outsideRange([250, -55, 0.5, 0], ranges)),
      "Outside what the models learned from: tempo 250 BPM (they know 40 BPM to 200 BPM), " +
        "loudness −55.0 dB (they know −50.0 dB to 3.5 dB), valence 0.50 (of which they knew no value) and " +
        "key C (they know D alone). What they say there is a guess."
    );
  });
});
