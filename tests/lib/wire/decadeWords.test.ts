import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {logit} from "../../../lib/logit.js";
import {decadeCaveat, decadeWords} from "../../../lib/wire/decadeWords.js";

const answer = (decade: number, p: number) => ({decade, margin: logit(p)});
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("decadeWords(from, to, parts)", () => {
  const parts = [
    {name: "energy", phi: -2},
    {name: "acousticness", phi: 1.5},
    {name: "tempo", phi: 0.5}
  ];

  it("names the largest part that goes the way of the difference, not the largest of all", () => {
    assert.equal(
      plain(decadeWords(answer(1960, 0.31), answer(2010, 0.64), parts)),
      "The 1960s’ trees give it 31 %, the 2010s’ 64 %: the largest part of the difference goes with acousticness."
    );
    assert.match(decadeWords(answer(1960, 0.64), answer(2010, 0.31), parts), /goes with energy\.$/);
  });

  it("names none where both say the same", () => {
    assert.equal(
      plain(decadeWords(answer(1970, 0.301), answer(1990, 0.304), parts)),
      "The 1970s’ trees and the 1990s’ both give it 30 %."
    );
  });
});

it("decadeCaveat(models) says at which shares of hits the probabilities hold", () => {
  const model = (hitShare: number) => ({
    decade: 1960,
    tracks: 300,
    hitShare,
    auc: {value: null, low: null, high: null}
  });
  assert.match(plain(decadeCaveat([0.46, 0.52, 0.5].map(model))), /of which 46 % to 52 % were hits/);
  assert.match(plain(decadeCaveat([0.46].map(model))), /of which 46 % were hits/);
});
