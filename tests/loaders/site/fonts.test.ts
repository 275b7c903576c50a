import assert from "node:assert/strict";
import {it} from "vitest";
import {fontFaces, FONTS} from "../../../loaders/site/fonts.js";
import {readFont} from "../../../loaders/site/readFont.js";

it.each(FONTS)("readFont($path) reads a WOFF2 file of the lockfile's packages", async ({path}) => {
  const bytes = await readFont(path);
  assert.equal(bytes.subarray(0, 4).toString("latin1"), "wOF2");
  assert.ok(bytes.length > 10_000, `${bytes.length} bytes`);
});

it("fontFaces() loads every font from the site itself, and shows text before it came", () => {
  const rules = fontFaces().split("@font-face").slice(1);
  assert.equal(rules.length, FONTS.length);
  FONTS.forEach(({family, path}, i) => {
    assert.ok(rules[i].includes(`font-family:"${family}"`), rules[i]);
    assert.ok(rules[i].includes(`url(".${path}") format("woff2")`), rules[i]);
    assert.ok(rules[i].includes("font-display:swap"), rules[i]);
  });
  assert.doesNotMatch(fontFaces(), /https?:/);
});
