import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import {ADAPTERS} from "../../../loaders/tracks/adapters/adapters.js";
import {recogniseStudy} from "../../../loaders/tracks/adapters/recogniseStudy.js";

const RULE = {threshold: 54, topShare: 0.205, zeroShare: 0.104};

describe.each(ADAPTERS.map((adapter) => [adapter.study, adapter] as const))("the adapter of %s", (_, adapter) => {
  const label = typeof adapter.label === "function" ? adapter.label(RULE) : adapter.label;

  it("knows some of the features, in their order", () => {
    const order = FEATURES.map(({name}) => name);
    assert.deepEqual(adapter.features, order.filter((name) => adapter.features.includes(name))); // prettier-ignore
    assert.ok(adapter.features.length > 5);
  });

  it("is told from the others by its own columns", () => {
    assert.equal(recogniseStudy(["further", ...adapter.columns].reverse(), "a.csv"), adapter);
  });

  it("words its label so that pages can put it into sentences", () => {
    for (const phrase of [label.short, label.luck]) assert.match(phrase, /^[a-z][^]*[^.]$/);
    for (const end of [label.hit, label.flop, label.notFailure]) assert.match(end, /^[a-z][^]*\.$/);
    for (const sentences of [adapter.about, label.caveat, label.voice, label.artist, label.outside])
      assert.match(sentences, /^\p{Lu}[^]*\.$|^\d[^]*\.$/u);
    for (const prose of [label.voice, label.artist, label.outside]) assert.doesNotMatch(prose, /\p{N}/u);
    assert.deepEqual(label.popularity, typeof adapter.label === "function" ? RULE : null);
  });
});
