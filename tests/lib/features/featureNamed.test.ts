import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {featureNamed} from "../../../lib/features/featureNamed.js";

describe("featureNamed(name)", () => {
  it("finds audio and metadata features, and refuses others", () => {
    assert.equal(featureNamed("tempo").unit, "BPM");
    assert.equal(featureNamed("decade").unit, "year");
    assert.throws(() => featureNamed("popularity"), /known feature; got "popularity"/);
  });
});
