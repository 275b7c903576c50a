// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it, vi} from "vitest";
import type {EffectsData, ExplainData, ExplainedId, ExplainedSongs, SongReasons} from "../../lib/wire/ExplainData.js";
import {explainPanel} from "../../src/components/explainPanel.js";
import {explained, reasons} from "../fixtures/explained.js";
import {stubIntersectionObserver} from "../fixtures/stubIntersectionObserver.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

const FEATURES = ["energy", "tempo"];
const songs: ExplainedSongs = {
  songs: [
    {title: "<b>One</b>", artist: "A", decade: 1990, hit: true},
    {title: "Two", artist: "B", decade: 2000, hit: false},
    {title: "Three", artist: "B", decade: 2000, hit: true}
  ],
  x: [
    [0.1, 0.5, 0.9],
    [100, null, 120]
  ]
};
const space = (space: "log-odds" | "probability", scale: number) => ({
  space,
  base: space === "probability" ? 0.5 : 0,
  phi: [
    [0.8 * scale, 0.1 * scale, -scale],
    [-0.1 * scale, 0.1 * scale, -0.2 * scale]
  ],
  error: null,
  sameSign: null
});
const songReasonsOf = (id: ExplainedId): SongReasons => ({
  id,
  outOfFold: [0.3, 0.4, 0.1],
  spaces: id === "forest" ? [space("probability", 0.1)] : [space("log-odds", 1), space("probability", 0.1)]
});
const effectsOf = (id: ExplainedId): EffectsData => ({
  id,
  tracks: 3,
  effects: FEATURES.map((feature) => ({
    feature,
    levels: false,
    x: [0.1, 0.5, 0.9],
    share: [0.3, 0.4, 0.3],
    pdp: [0.4, 0.5, 0.6],
    ale: [0.45, 0.5, 0.55],
    ice: [[0.3, 0.4, 0.5]],
    parting: 0.05,
    companion: "tempo",
    companionCorrelation: 0.4
  })),
  pairs: [
    {
      features: ["energy", "tempo"],
      x: [0.1, 0.9],
      y: [100, 120],
      p: [
        [0.2, 0.3],
        [0.4, 0.6]
      ],
      share: [
        [0.25, 0.25],
        [0.25, 0.25]
      ]
    }
  ]
});
const decade = (year: number) => ({
  decade: year,
  tracks: 2,
  meanAbsPhi: [0.5, 0.1].map((value) => ({value, low: value, high: value})),
  direction: [1, 0]
});
const model = (id: ExplainedId) =>
  reasons(id, {energy: 0.6, tempo: 0.1}, {}, {interactions: [[0, 0.2], [0.2, 0]], interactionTracks: 3, byDecade: [1990, 2000].map(decade)}); // prettier-ignore
const data: ExplainData = explained(FEATURES, [model("forest"), model("boosted")], {decades: [1990, 2000], tracks: 3});

let see: () => void;
beforeEach(() => {
  see = stubIntersectionObserver();
  stubResizeObserver(640);
  history.replaceState(null, "", "/explain");
});

/** The page's panel, and how often each file was asked for. */
function panelOf(given = data) {
  const files = {
    songs: vi.fn(() => Promise.resolve(songs)),
    reasons: vi.fn((id: ExplainedId) => Promise.resolve(songReasonsOf(id))),
    effects: vi.fn((id: ExplainedId) => Promise.resolve(effectsOf(id))),
    trees: vi.fn(() => Promise.reject(new Error("not asked")))
  };
  const element = explainPanel(given, files);
  const press = (label: string) =>
    [...element.querySelectorAll("button")].find((button) => button.textContent!.trim() === label)!.click();
  const settle = async () => {
    see();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return {element, files, press, settle, text: () => element.textContent!.replace(/\s+/g, " ")};
}

describe("explainPanel(explain, files)", () => {
  it("asks for nothing before it is about to be seen, and then for each file once", async () => {
    const {files, settle} = panelOf();
    assert.equal(files.songs.mock.calls.length + files.reasons.mock.calls.length + files.effects.mock.calls.length, 0);
    await settle();
    assert.deepEqual(
      [files.songs.mock.calls, files.reasons.mock.calls, files.effects.mock.calls, files.trees.mock.calls],
      [[[]], [["boosted"]], [["boosted"]], []]
    );
  });

  it("draws the boosted trees first, then the model that is chosen, and keeps the choice in the address", async () => {
    const {files, press, settle, text, element} = panelOf();
    await settle();
    assert.match(text(), /the boosted trees give this song/i);
    assert.equal(element.querySelectorAll("b").length, 0);
    press("Random forest");
    await settle();
    assert.match(text(), /the random forest gives this song/i);
    assert.equal(location.search, "?model=forest");
    assert.deepEqual(files.reasons.mock.calls, [["boosted"], ["forest"]]);
    press("Boosted trees");
    await settle();
    assert.equal(files.reasons.mock.calls.length, 2); // kept
    assert.doesNotMatch(element.outerHTML, /NaN|undefined/);
  });

  it("offers both units where a model adds up log-odds, and probability alone for the forest", async () => {
    const {element, press, settle, text} = panelOf();
    await settle();
    const units = () =>
      [...element.querySelectorAll("fieldset")]
        .filter((set) => set.querySelector("legend")!.textContent === "Unit")
        .map((set) => [...set.querySelectorAll("button")].map((button) => button.textContent!.trim()));
    assert.deepEqual(units(), [["Log-odds", "Points of probability"]]);
    assert.match(text(), /moves the margin up/);
    press("Points of probability");
    await settle();
    assert.match(text(), /moves the probability up/);
    press("Random forest");
    await settle();
    assert.deepEqual(units(), [["Points of probability"]]);
  });

  it("draws the tracks of the decade chosen alone", async () => {
    const {press, settle, text} = panelOf();
    await settle();
    assert.match(text(), /3 drawn/);
    press("2000s");
    await settle();
    assert.match(text(), /2 drawn/);
    assert.equal(location.search, "?decade=2000");
  });

  it("follows the feature chosen in both of its pictures", async () => {
    const {press, settle, text} = panelOf();
    await settle();
    assert.match(text(), /What energy contributes/);
    press("Tempo");
    await settle();
    assert.match(text(), /What tempo contributes/);
    assert.match(text(), /Tempo and the boosted trees/);
  });

  it("says what could not be loaded, and loads it when tried again", async () => {
    const {files, settle, text, press} = panelOf();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    files.effects.mockRejectedValue(new Error("offline"));
    await settle();
    assert.match(text(), /The averages could not be loaded/);
    files.effects.mockImplementation((id) => Promise.resolve(effectsOf(id)));
    press("Try again");
    await settle();
    assert.match(text(), /partial dependence/i);
  });

  it("says so where no model could be fitted", () => {
    assert.match(panelOf(explained(FEATURES, [])).text(), /No model could be fitted/);
  });
});
