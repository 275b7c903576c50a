import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {packResult, unpackResult} from "../../../loaders/store/packResult.js";

describe("unpackResult(packResult(result))", () => {
  it("gives back plain data and typed arrays of every kind, NaN included", () => {
    const result = {
      text: ["a", "é", "\u0000<script>"],
      nothing: null,
      nested: {share: 0.1, big: 2 ** 40, negative: -3, none: NaN},
      bytes: Uint8Array.of(1, 255),
      short: Int16Array.of(-1, 300),
      int: Int32Array.of(-1, 2 ** 30),
      single: Float32Array.of(NaN, 0.1, -Infinity),
      double: Float64Array.of(0.1, 1e300)
    };
    assert.deepEqual(unpackResult(packResult(result)), result);
  });

  it("gives back typed arrays that are views into larger buffers", () => {
    const view = new Float64Array(new ArrayBuffer(64), 16, 2).fill(7);
    assert.deepEqual(unpackResult(packResult([1, view])), [1, Float64Array.of(7, 7)]);
  });

  it("gives back any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({noUnicodeString: false}), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes("__proto__")); // refused as a key
        const plain: unknown = JSON.parse(text); // JSON has no -0
        assert.deepEqual(unpackResult(packResult(plain)), plain);
      })
    );
  });

  it("packs a number by its value, not by its form in memory", () => {
    const sums = [1.5, 0.5].map((value) => value + 0.5); // 2 and 1 that were computed as doubles
    assert.deepEqual(packResult(sums), packResult([2, 1]));
  });
});
