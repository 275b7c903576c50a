import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {randomSource} from "../../../lib/random/randomSource.js";
import {decodeReasonSpace} from "../../../lib/tracks/decodeReasonSpace.js";
import {encodeReasonSpace} from "../../../lib/tracks/encodeReasonSpace.js";

describe("decodeReasonSpace(encodeReasonSpace(reasons))", () => {
  const random = randomSource(3);
  const phi = [6, 0.5, 0, 300].map((width) => Float32Array.from({length: 500}, () => width * (random() - 0.5)));

  it("gives every contribution back to within .01 log-odds, however wide a feature's are", () => {
    const features = ["energy", "tempo", "mode", "decade"];
    const back = decodeReasonSpace(encodeReasonSpace({features, phi}));
    assert.deepEqual(back.features, features);
    phi.forEach((column, j) => {
      assert.equal(back.phi[j].length, column.length);
      column.forEach((value, i) => assert.ok(Math.abs(back.phi[j][i] - value) <= 0.01 + 1e-5, `${value}`));
    });
  });

  it("refuses other bytes", () => {
    assert.throws(() => decodeReasonSpace(new Uint8Array()), {
      name: "RangeError",
      message: /^decodeReasonSpace requires trackoracle-reasons-wire\/1; got /
    });
  });
});
