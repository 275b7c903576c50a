import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {decodeSearch} from "../../../lib/search/decodeSearch.js";

describe("decodeSearch(file)", () => {
  it("says which artist each track is by", () => {
    const [titles, artists] = [["One", "Two", "Three"], ["A", "B"]]; // prettier-ignore
    assert.deepEqual(decodeSearch({titles, artists, tracks: [2, 1]}), {
      titles,
      artists,
      artistOf: Int32Array.of(0, 0, 1)
    });
  });

  it.each([
    [[2], ["A"]],
    [
      [2, 2],
      ["A", "B"]
    ],
    [[3], ["A", "B"]]
  ])("refuses tracks %j of artists %j for three titles", (tracks, artists) => {
    assert.throws(() => decodeSearch({titles: ["One", "Two", "Three"], artists, tracks}), {
      name: "RangeError",
      message: /^decodeSearch requires tracks of every artist; got \d for 3 titles$/
    });
  });
});
