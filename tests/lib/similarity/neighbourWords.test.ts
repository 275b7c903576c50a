import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {neighbourWords} from "../../../lib/similarity/neighbourWords.js";

const words = (hits: number, tracks: number, p: number) => neighbourWords({hits, tracks}, p).replaceAll("\u00a0", " ");

describe("neighbourWords(neighbours, p)", () => {
  it("gives the share of hits with its range, and where the model stands", () => {
    // Wilson, 6 of 10: 31.3 % to 83.2 %.
    assert.equal(
      words(6, 10, 0.72),
      "Of the 10 nearest tracks 6 are hits, 60 %, which leaves room for 31 % to 83 %. " +
        "The boosted trees give this song 72 % at the study’s share of hits, within that range."
    );
  });

  it("tells when the model says less or more than that", () => {
    assert.match(words(6, 10, 0.2), /lower than that\.$/);
    assert.match(words(6, 10, 0.9), /higher than that\.$/);
    assert.match(words(1, 10, 0.1), /^Of the 10 nearest tracks 1 is a hit, 10 %/);
  });
});
