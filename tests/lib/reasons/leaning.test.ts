import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {leaning} from "../../../lib/reasons/leaning.js";
import {refitStability} from "../../../lib/reasons/refitStability.js";

const X = {
  names: ["energy", "tempo"],
  columns: [Float32Array.of(1, 2, 3, 4), Float32Array.of(4, NaN, 1, 2)],
  length: 4
};
const phi = [Float64Array.of(-1, 0, 1, 3), Float64Array.of(0.5, 0, -0.5, 0)];
const turned = phi.map((column) => column.map((value) => -value));
const doubled = phi.map((column) => column.map((value) => 2 * value));
const ALL = [0, 1, 2, 3];

describe("leaning(X, phi, refits, rows)", () => {
  it("means sizes over the rows given, with their direction", () => {
    const {meanAbsPhi, direction, signStability} = leaning(X, phi, [], ALL);
    assert.deepEqual(meanAbsPhi, [
      {value: 1.25, low: 1.25, high: 1.25},
      {value: 0.25, low: 0.25, high: 0.25}
    ]);
    assert.equal(direction[0], 1);
    assert.equal(direction[1], 1); // 4, 1 and 2 against .5, −.5 and 0: unknown values are left out
    assert.deepEqual(signStability, [null, null]);
    assert.deepEqual(
      leaning(X, phi, [], [0, 3]).meanAbsPhi.map(({value}) => value),
      [2, 0.25]
    );
  });

  it("takes intervals and the stability of signs from refits", () => {
    const {meanAbsPhi, signStability} = leaning(X, phi, [phi, doubled, turned, doubled], ALL);
    // Means 1.25, 2.5, 1.25, 2.5 deviate by .7217; Student's t of three degrees of freedom is 3.1824.
    assert.ok(Math.abs(meanAbsPhi[0].high - (1.25 + 3.1824 * 0.72169)) < 1e-3);
    assert.ok(Math.abs(meanAbsPhi[0].low - (1.25 - 3.1824 * 0.72169)) < 1e-3);
    assert.deepEqual(signStability, [0.75, 0.75]);
  });
});

describe("refitStability(phi, refits)", () => {
  it("is 1 where refits say the same in proportion, −1 where they say the opposite", () => {
    assert.ok(Math.abs(refitStability(phi, [doubled])! - 1) < 1e-12);
    assert.ok(Math.abs(refitStability(phi, [turned])! + 1) < 1e-12);
    assert.ok(Math.abs(refitStability(phi, [doubled, turned])!) < 1e-12);
  });

  it("is null without refits, and where nothing can be compared", () => {
    assert.equal(refitStability(phi, []), null);
    const flat = phi.map(() => new Float64Array(4));
    assert.equal(refitStability(phi, [flat]), null);
  });
});
