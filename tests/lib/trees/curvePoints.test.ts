import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {curveAt, curvePoints} from "../../../lib/trees/curvePoints.js";
import {sigmoid} from "../../../lib/sigmoid.js";

const curve = {from: Float64Array.of(-Infinity, 0.25, 0.5), margin: Float64Array.of(-1, 0, 2), missing: 0};

describe("curvePoints(curve, low, high)", () => {
  it("has both ends of the range and every step inside it", () => {
    assert.deepEqual(curvePoints(curve, 0, 1), [
      {x: 0, p: sigmoid(-1)},
      {x: 0.25, p: 0.5},
      {x: 0.5, p: sigmoid(2)},
      {x: 1, p: sigmoid(2)}
    ]);
    assert.deepEqual(
      curvePoints(curve, 0.3, 0.4).map(({p}) => p),
      [0.5, 0.5]
    );
  });

  it("takes a step where it begins, compared as float32", () => {
    assert.equal(curveAt(curve, 0.25), 0.5);
    assert.equal(curveAt(curve, 0.25 - 1e-12), 0.5); // the same float32
    assert.equal(curveAt(curve, 0.2499), sigmoid(-1));
  });
});
