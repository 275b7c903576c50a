import assert from "node:assert/strict";
import {it} from "vitest";
import {knownWords} from "../../../lib/catalogue/knownWords.js";
import {FEATURES} from "../../../lib/features/features.js";
import {zeroMeansMissing} from "../../../lib/features/zeroMeansMissing.js";

it("zeroMeansMissing(names) lists those of the features whose 0 is no value", () => {
  const all = FEATURES.map(({name}) => name);
  assert.equal(zeroMeansMissing(all), "tempo, beats a bar, start of chorus and sections");
  assert.equal(zeroMeansMissing(["energy", "tempo"]), "tempo");
});

it("knownWords(features) says whether the decade is known", () => {
  assert.equal(knownWords(FEATURES), "sound and decade");
  assert.equal(knownWords([{name: "energy"}]), "sound");
});
