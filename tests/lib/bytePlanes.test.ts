import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {bytePlanes, joinPlanes} from "../../lib/bytePlanes.js";

describe("bytePlanes(values, bytes)", () => {
  it("puts the lowest bytes of all values first", () => {
    assert.deepEqual(bytePlanes(Uint32Array.of(0x010203, 0x0a0b0c), 3), Uint8Array.of(3, 12, 2, 11, 1, 10));
  });
});

describe("joinPlanes(planes, bytes)", () => {
  it.each([1, 2, 3, 4])("gives back what was split into %i bytes", (bytes) => {
    const most = 256 ** bytes - 1;
    const values = Uint32Array.of(0, 1, most >>> 1, most - 1, most);
    assert.deepEqual(joinPlanes(bytePlanes(values, bytes), bytes), values);
  });

  it("gives none back of none", () => {
    assert.deepEqual(joinPlanes(bytePlanes(new Uint32Array(), 4), 4), new Uint32Array());
  });
});
