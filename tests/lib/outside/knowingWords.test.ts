import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {knowingSummary} from "../../../lib/outside/knowingWords.js";
import type {Knowing} from "../../../lib/outside/OutsideSong.js";

const of = (...tags: Knowing[]) => knowingSummary(tags.map((knowing) => ({knowing})));

describe("knowingSummary(values)", () => {
  it("counts each tag that occurs, in one order", () => {
    assert.equal(
      of("assumed", "measured", "asked", "estimated", "measured"),
      "2 measured, 1 estimated, 1 asked, 1 assumed"
    );
    assert.equal(of("missing", "published"), "1 published, 1 missing");
  });

  it("says nothing of nothing", () => assert.equal(of(), ""));
});
