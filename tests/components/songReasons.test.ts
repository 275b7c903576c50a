// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import type {ExplainedSongs, Space, SongReasons} from "../../lib/wire/ExplainData.js";
import {numberFrom, oneOf, pageState} from "../../src/components/pageState.js";
import {songReasons} from "../../src/components/songReasons.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

const songs: ExplainedSongs = {
  songs: [
    {title: "<b>Bold</b>", artist: '"><img src=x>', decade: 1990, hit: true},
    {title: "Second", artist: "B", decade: null, hit: false},
    {title: "Third", artist: "B", decade: 2000, hit: true},
    {title: "Third", artist: "C", decade: 2010, hit: false},
    {title: "Fifth", artist: "C", decade: 2010, hit: true}
  ],
  x: [
    [0.1, 0.5, 0.9, 0.5, 0.5],
    [null, 100, 120, 140, 120]
  ]
};
const boosted: SongReasons = {
  id: "boosted",
  outOfFold: [0.3, 0.4, 0.1, 0.2, 0.9],
  spaces: [
    {
      space: "log-odds",
      base: 0,
      phi: [
        [0.8, 0.1, -1, 0.1, 1],
        [-0.1, 0.1, -0.2, -0.3, 1]
      ],
      error: [
        [0.1, 0.1, 0.1, 0.1, 0.1],
        [0.2, 0.2, 0.2, 0.2, 0.2]
      ],
      sameSign: [
        [1, 1, 1, 1, 1],
        [0.8, 1, 1, 1, 1]
      ]
    },
    {
      space: "probability",
      base: 0.5,
      phi: [
        [0.2, 0.02, -0.23, 0.02, 0.2],
        [-0.032, 0.03, -0.04, -0.07, 0.18]
      ],
      error: null,
      sameSign: null
    }
  ]
};
const mlp: SongReasons = {
  ...boosted,
  id: "mlp",
  outOfFold: [null, null, null, null, null],
  spaces: [{...boosted.spaces[0], sameSign: null}]
};

function panelOf(reasons = boosted) {
  const state = pageState<{song: number; space: Space}>({
    song: numberFrom(0, 4, 0, {whole: true}),
    space: oneOf(["log-odds", "probability"], "log-odds")
  });
  const part = songReasons({
    features: ["energy", "tempo"],
    songs,
    state,
    loadTrees: () => Promise.reject(new Error("asked"))
  });
  part.show(reasons);
  const press = (label: string) => buttonOf(label).click();
  const buttonOf = (label: string) =>
    [...part.element.querySelectorAll("button")].find((button) => button.textContent!.trim() === label)!;
  const text = () => part.element.textContent!.replace(/\s+/g, " ");
  return {...part, state, press, buttonOf, text};
}

beforeEach(() => {
  stubResizeObserver(640);
  history.replaceState(null, "", "/explain");
});

describe("songReasons({features, songs, state, loadTrees})", () => {
  it("says what the song is, what an unbiased model says, what is explained, and why, with names as text", () => {
    const {element, text} = panelOf();
    assert.equal(element.querySelector("h3")!.textContent, '<b>Bold</b> – "><img src=x>');
    assert.equal(element.querySelectorAll("b, img, script").length, 0);
    assert.match(text(), /1990s, a hit in this study\./);
    assert.match(text(), /that had not heard the artist gives it 30 %\./);
    assert.match(text(), /the boosted trees fitted to all tracks, this one included: 67 %\./); // 1 / (1 + e^-.7)
    assert.equal(
      element.querySelector("[data-role=reasons]")!.textContent!.replace(/\s+/g, " ").trim(),
      "The boosted trees give this song 67 %, against 50 % where nothing is known of a song. " +
        "A low energy (0.10) adds 20 points and an unknown tempo takes 3 points."
    );
    assert.match(text(), /Exact SHAP values.*Thin lines are 95 % intervals over models fitted anew.*; faint bars/);
    assert.equal(element.querySelectorAll("svg[role=img]").length, 2);
  });

  it("finds songs by title and artist, with the keyboard, and keeps the choice in the address", () => {
    const {element, text} = panelOf();
    const search = element.querySelector<HTMLInputElement>("input[type=search]")!;
    const list = element.querySelector("select")!;
    const shown = () => [...list.options].map(({text}) => text);
    assert.equal(shown().length, 5);
    assert.equal(list.value, "0");
    search.value = "c THIRD";
    search.dispatchEvent(new Event("input"));
    assert.deepEqual(shown(), ["Third – C"]);
    assert.match(text(), /Find a song ?1 of 5/);
    search.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
    assert.equal(location.search, "?song=3");
    assert.equal(element.querySelector("h3")!.textContent, "Third – C");
    search.value = "nothing like it";
    search.dispatchEvent(new Event("input"));
    assert.deepEqual(shown(), []);
    search.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
    assert.equal(location.search, "?song=3");
    search.value = "";
    search.dispatchEvent(new Event("input"));
    list.value = "1";
    list.dispatchEvent(new Event("input"));
    assert.match(text(), /Second – B a flop in this study\./);
  });

  it("jumps to surprising hits and sure flops, most surprising first, and through all songs in an order of its own", () => {
    stubResizeObserver(0); // nothing need be drawn
    const {press, state, element} = panelOf();
    const visits = (label: string, times: number) =>
      Array.from({length: times}, () => {
        press(label);
        return state.now.song;
      });
    element.querySelector<HTMLInputElement>("input")!.value = "Second"; // a song the filter hides is shown all the same
    element.querySelector("input")!.dispatchEvent(new Event("input"));
    assert.deepEqual(visits("A surprising hit", 3), [2, 0, 2]); // 4 is a hit, but no surprise
    assert.equal(element.querySelector("select")!.value, "2");
    assert.deepEqual(visits("A sure flop", 3), [3, 1, 3]);
    const random = visits("A random song", 5);
    assert.deepEqual([...random].sort(), [0, 1, 2, 3, 4]);
    state.set({song: 0});
    const again = panelOf();
    again.state.set({song: 3});
    again.press("A random song");
    assert.equal(again.state.now.song, random[0]); // the same for every reader
  });

  it("follows the page's choice of the unit where the model has both", () => {
    const {state, text, show} = panelOf();
    assert.match(text(), /moves the margin up/);
    state.set({space: "probability"});
    assert.match(text(), /moves the probability up/);
    assert.doesNotMatch(text(), /Thin lines/);
    show(mlp); // has log-odds alone
    assert.match(text(), /moves the margin up/);
  });

  it("keeps the song when another model is shown, and says what is not known and not checked of that one", () => {
    const {element, state, show, text, buttonOf} = panelOf();
    state.set({song: 2});
    show(mlp);
    assert.equal(element.querySelector("h3")!.textContent, "Third – B");
    assert.match(text(), /Its prediction by a model that had not heard the artist is not known\./);
    assert.match(text(), /Estimated SHAP values, neural network.*Thin lines are 95 % intervals of the estimates\./);
    assert.match(text(), /Its values are estimates/);
    assert.equal(element.querySelector("[data-role=reasons]"), null);
    assert.ok(buttonOf("A surprising hit").disabled && buttonOf("A sure flop").disabled);
    assert.ok(!buttonOf("A random song").disabled);
    assert.equal(buttonOf("Check by brute force"), undefined);
    show(boosted);
    assert.ok(buttonOf("Check by brute force"));
    assert.doesNotMatch(element.outerHTML, /NaN|undefined|\bnull\b/);
  });

  it("lists the interval of each value, and adds up, in the unit chosen", () => {
    const {element, state} = panelOf();
    const details = element.querySelector("details")!;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    const rows = () =>
      [...element.querySelector("table")!.querySelectorAll("tr")].map((row) =>
        [...row.children].map(({textContent}) => textContent)
      );
    assert.deepEqual(rows(), [
      ["Feature", "Value", "SHAP value (log-odds)", "± (95 %)"],
      ["Base value", "", "0", "–"],
      ["Energy", "0.10", "0.8", "0.1"],
      ["Tempo", "unknown", "-0.1", "0.2"],
      ["Margin", "", "0.7", "–"]
    ]);
    state.set({space: "probability"});
    assert.deepEqual(rows(), [
      ["Feature", "Value", "SHAP value (points)"],
      ["Base value", "", "50"],
      ["Energy", "0.10", "20"],
      ["Tempo", "unknown", "-3.2"],
      ["Probability", "", "66.8"]
    ]);
  });

  it("says so where no track is explained", () => {
    const state = pageState<{song: number; space: Space}>({
      song: numberFrom(0, 0, 0),
      space: oneOf(["log-odds", "probability"], "log-odds")
    });
    const none = {songs: [], x: [[], []]};
    const {element, show} = songReasons({
      features: ["energy", "tempo"],
      songs: none,
      state,
      loadTrees: () => Promise.reject(new Error("asked"))
    });
    show(boosted);
    assert.equal(element.textContent, "No track of this study is explained.");
  });
});
