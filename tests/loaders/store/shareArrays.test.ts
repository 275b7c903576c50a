import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {shareArrays} from "../../../loaders/store/shareArrays.js";

describe("shareArrays(value)", () => {
  it("puts typed arrays at any depth on shared memory, values and types as they were", () => {
    const value = {
      bytes: Uint8Array.of(1, 2),
      deep: [{words: Int32Array.of(-3)}, Float32Array.of(NaN, 0.5), new Float64Array(0)],
      plain: {text: "a", none: null, flag: true, list: [1, "b"]}
    };
    const shared = shareArrays(value) as typeof value;
    assert.deepEqual(shared, value);
    const [{words}, floats] = shared.deep as [{words: Int32Array}, Float32Array];
    for (const array of [shared.bytes, words, floats])
      assert.ok((array.buffer as unknown) instanceof SharedArrayBuffer);
    assert.deepEqual([shared.bytes.constructor, words.constructor], [Uint8Array, Int32Array]);
  });

  it("takes a view for what it shows, and leaves the original alone", () => {
    const whole = Float32Array.of(1, 2, 3, 4);
    const shared = shareArrays(whole.subarray(1, 3)) as Float32Array;
    assert.deepEqual([...shared], [2, 3]);
    shared[0] = 9;
    assert.equal(whole[1], 2);
  });
});
