import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {parseSpotify} from "../../../lib/search/parseSpotify.js";
import {pastedWords} from "../../../lib/search/pastedWords.js";

const words = (text: string, synthetic = false) => {
  const pasted = parseSpotify(text);
  assert.ok(pasted.kind !== "text");
  return pastedWords(pasted, {tracks: 40534, synthetic});
};

describe("pastedWords(pasted, study)", () => {
  it("says where the values of an unknown track could come from", () => {
    assert.match(
      words("4uLU6hMCjMI75M1A2tKUQC"),
      /not among the 40,534 tracks.*ReccoBeats or Spotify.*Nothing is sent until/
    );
    assert.match(words("4uLU6hMCjMI75M1A2tKUQC", true), /synthetic/);
  });

  it("says what else a link leads to, and what to paste instead", () => {
    const rest = "Paste a track’s link from Spotify, or type its title.";
    assert.equal(words("spotify:album:x"), `This is a link to an album. ${rest}`);
    assert.equal(words("spotify:user:x"), `This is a link to a user. ${rest}`);
    assert.equal(words("https://www.spotify.com/"), `This is a link to a page. ${rest}`);
    assert.equal(words("https://www.youtube.com/x"), `This is a link to youtube.com. ${rest}`);
    assert.equal(words("https://"), `This is a link to nowhere. ${rest}`);
    assert.match(words("https://spotify.link/x"), /^Only Spotify can tell/);
    assert.match(words("spotify:track:12345"), /22 characters, this link’s has 5\./);
  });
});
