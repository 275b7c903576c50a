import assert from "node:assert/strict";
import {it} from "vitest";
import {parseSeconds} from "../../../lib/format/parseSeconds.js";

it("parseSeconds(text) reads min:sec and seconds, unfinished ones too", () => {
  const texts = ["3:25", "205", " 0:07.5 ", "205.5", ".5", "3:", "3:2", "90:00", "0"];
  assert.deepEqual(texts.map(parseSeconds), [205, 205, 7.5, 205.5, 0.5, 180, 182, 5400, 0]);
});

it("parseSeconds(text) is NaN for anything else", () => {
  for (const text of ["", "3:60", "3:255", "-1", "1e3", "1:02:03", "3,5", "three", "3 25", "Infinity", "<b>"])
    assert.equal(parseSeconds(text), NaN, text);
});
