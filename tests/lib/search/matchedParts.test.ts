import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {matchedParts} from "../../../lib/search/matchedParts.js";

/** The text with what was found in brackets. */
const marked = (text: string, query: string) =>
  matchedParts(text, query)
    .map((part) => (part.matched ? `[${part.text}]` : part.text))
    .join("");

describe("matchedParts(text, query)", () => {
  it("marks each word, where it begins one if it does anywhere", () => {
    assert.equal(marked("Love Me Do", "do lo"), "[Lo]ve Me [Do]");
    assert.equal(marked("Glove Lover", "love"), "Glove [Love]r");
    assert.equal(marked("Glove", "love"), "G[love]");
    assert.equal(marked("Help", "love"), "Help");
    assert.equal(marked("Lovely", "lov love"), "[Love]ly");
  });

  it("marks the letters as they were written", () => {
    assert.equal(marked("Mötley Crüe", "motley crue"), "[Mötley] [Crüe]");
    assert.equal(marked("Mo\u0308tley", "motl"), "[Mo\u0308tl]ey");
    assert.equal(marked("Straße", "strass"), "[Straß]e");
    assert.equal(marked("Don’t Stop", "dont"), "[Don’t] Stop");
    assert.equal(marked("R.E.M.", "rem"), "[R.E.M].");
    assert.equal(marked("🎵 東京 🎵", "東京"), "🎵 [東京] 🎵");
  });

  it("adds up to the text, whatever is in it", () => {
    const text = fc.array(fc.nat(0x10ffff), {maxLength: 30}).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(text, text, (title, query) => {
        assert.equal(
          matchedParts(title, query)
            .map((part) => part.text)
            .join(""),
          title
        );
      }),
      {seed: 1}
    );
    assert.deepEqual(matchedParts("", "love"), []);
  });
});
