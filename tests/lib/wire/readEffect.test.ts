import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {readEffect} from "../../../lib/wire/readEffect.js";

const curves = {
  feature: "tempo",
  levels: false,
  ice: [],
  parting: 0,
  companion: null,
  companionCorrelation: 0,
  x: [1, 2, 3, 4, 5],
  share: [0.005, 0.5, 0.2, 0.29, 0.005],
  pdp: [0.9, 0.4, 0.5, 0.3, 0.05],
  ale: [0.1, 0.4, 0.5, 0.2, 0.9]
};

describe("readEffect(effect)", () => {
  it("finds ends and gap where 98 % of the tracks are", () => {
    assert.deepEqual(readEffect(curves), {lowest: 3, highest: 2, partsMost: 3});
    const even = {...curves, share: [0.2, 0.2, 0.2, 0.2, 0.2]};
    assert.deepEqual(readEffect(even), {lowest: 4, highest: 0, partsMost: 4});
  });

  it("looks for the gap between curves that are centred over the tracks", () => {
    const moved = {...curves, share: [0.02, 0.02, 0.92, 0.02, 0.02], pdp: [0.5, 0.5, 0.7, 0.5, 0.5], ale: [0.5, 0.5, 0.5, 0.5, 0.49]}; // prettier-ignore
    assert.equal(readEffect(moved).partsMost, 0); // the shift by 0.18 of the others, not the 0.2 in the middle
  });

  it("reads the whole curve where no track is counted, and refuses none", () => {
    assert.deepEqual(readEffect({...curves, share: [0, 0, 0, 0, 0]}), {lowest: 4, highest: 0, partsMost: 4});
    assert.throws(() => readEffect({...curves, x: []}), /readEffect requires a curve; got none/);
  });
});
