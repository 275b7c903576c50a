// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import type {GenresData} from "../../lib/wire/GenresData.js";
import {driverWords, genreWords, isUnclear, wayWords} from "../../lib/wire/genreWords.js";
import type {Hot100Data, Hot100Joined} from "../../lib/wire/Hot100Data.js";
import {hot100Words} from "../../lib/wire/hot100Words.js";
import {genrePanel} from "../../src/components/genrePanel.js";
import {hot100Panel} from "../../src/components/hot100Panel.js";
import {genresOf, genreStudy} from "../fixtures/genreStudy.js";
import {handmadeStudy} from "../fixtures/handmadeStudy.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(390);

const {page} = await genresOf(genreStudy());
const {page: none} = await genresOf(handmadeStudy(20));
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const titles = (panel: Element) => [...panel.querySelectorAll("figcaption strong")].map(textOf);
const assertWorded = (text: string) => assert.doesNotMatch(text, /NaN|undefined|\bnulls?\b|Infinity/);

beforeEach(() => history.replaceState(null, "", "/genres"));

describe("genrePanel(genres)", () => {
  it("shows names as text, draws genres and slopes, and lists those too small to examine", () => {
    const panel = genrePanel(page)!;
    assertWorded(panel.outerHTML);
    assert.equal(panel.querySelectorAll("b").length, 0);
    assert.match(textOf(panel), /<b>deaf<\/b>/);
    assert.equal(panel.querySelectorAll(".plot-area svg").length, 2);
    assert.match(textOf(panel.querySelector(".genre-table")!), /three 3 .* too few to examine/);
    assert.match(
      textOf(panel),
      /3 genres have too few to examine: fewer than 8 hits or flops, or fewer than 5 artists/
    );
  });

  it("follows the genre chosen and keeps it in the address; what that cannot mean is ignored", () => {
    const panel = genrePanel(page)!;
    const select = panel.querySelector("select")!;
    const [first] = page.genres;
    const [other, energy] = first.name === "falling" ? ["rising", "more"] : ["falling", "less"];
    select.value = other;
    select.dispatchEvent(new Event("input"));
    assert.equal(location.search, `?genre=${other}`);
    assert.match(titles(panel)[1], new RegExp(`^In ${other} hits go with ${energy} energy`));
    assert.match(titles(genrePanel(page)!)[1], new RegExp(`^In ${other} `));
    history.replaceState(null, "", "/genres?genre=nowhere&show=x");
    assert.match(titles(genrePanel(page)!)[1], new RegExp(`^In ${first.name} `));
  });

  it("shows the unpredictable alone, or all", () => {
    const panel = genrePanel(page)!;
    const press = (label: string) =>
      [...panel.querySelectorAll("button")].find((button) => textOf(button) === label)!.click();
    press("Unpredictable");
    assert.equal(location.search, "?show=unclear");
    assert.ok(page.genres.some(isUnclear));
    assert.doesNotMatch(titles(panel)[0], /rising/);
    press("All");
    assert.match(titles(panel)[0], /^Hits are told best in (rising|falling), worst in /);
  });

  it("says how to get genres where there are none, and draws nothing where nothing could be examined", () => {
    const guide = genrePanel(none)!;
    assert.match(textOf(guide), /data\/raw\/spotify-tracks\/.* GENRES=path npm run build/);
    assert.equal(guide.querySelectorAll("figure, table").length, 0);
    assert.equal(genrePanel({...page, refusal: "there are too few", genres: []}), null);
    const small: GenresData = {...page, ways: [], large: [], gains: [], genres: page.genres.slice(-3)};
    assertWorded(genrePanel(small)!.outerHTML);
    assert.equal(genreWords(small).title, "No genre here is large enough to examine");
  });
});

describe("genreWords(genres)", () => {
  const {title, lede, tracks} = genreWords(page);
  it("says how well hits are told within a genre, how much is the genre's, and how many genres are by chance", () => {
    assert.match(title, /^Within a genre, sound ranks \d\d\.\d\s% of the pairs of a hit and a flop right$/);
    assert.match(lede, /their shares of hits run from \d+\s% \(.+\) to \d+\s% \(.+\)/);
    assert.match(lede, /With 4 genres examined, less than one would seem predictable by chance alone/);
    assert.match(tracks, /^These are the site’s 633 tracks of Handmade, 634 with each of their genres counted/);
  });

  it("says so when the tracks are others than the site's, and when they are synthetic", () => {
    const other = genreWords({...page, study: {...page.study!, isSite: false, synthetic: true}}).tracks;
    assert.match(other, /^This page speaks of other tracks than the site’s other pages: 633 synthetic tracks/);
  });

  it("words what is missing, and a gain either way", () => {
    assert.equal(genreWords(none).title, "No track here tells its genre");
    assert.match(genreWords({...page, refusal: "there are too few"}).lede, /^For that there are too few\.$/);
    const gain = (low: number, high: number) =>
      wayWords({
        ...page,
        gains: [{over: "blind", where: "all", within: {value: (low + high) / 2, low, high, pValue: 1}}]
      });
    assert.match(gain(0.1, 0.2), /do better than one model that is not told the genre \(\+\.150/);
    assert.match(gain(-0.2, -0.1), /do worse than/);
    assert.match(gain(-0.1, 0.1), /cannot be told from/);
    assert.match(driverWords(page), /^More energy goes with hits in rising.*, and with flops in falling/);
    assert.match(driverWords({drivers: page.drivers, genres: []}), /^No feature goes with hits in one genre/);
  });
});

const estimate = (value: number, half = 0.01) => ({value, low: value - half, high: value + half});
const joined: Hot100Joined = {
  status: "joined",
  songs: 100,
  join: {hits: 50, hitsFound: 48, hitsInDecade: 47, flops: 50, flopsFound: 2, flopsInDecade: 1, several: 1},
  ranking: {
    peaks: [
      {from: 1, to: 1, tracks: 5, p: estimate(0.8)},
      {from: 41, to: null, tracks: 20, p: estimate(0.6)}
    ],
    weeks: [
      {from: 1, to: 1, tracks: 5, p: estimate(0.7)},
      {from: 21, to: null, tracks: 20, p: estimate(0.705)}
    ],
    byPeak: estimate(0.2),
    byWeeks: estimate(0.1),
    numberOnes: 5,
    oneWeek: 5,
    auc: estimate(0.7),
    withinDecade: estimate(0.65)
  }
};
const withAuc = (value: number): Hot100Data => ({...joined, ranking: {...joined.ranking!, auc: estimate(value, 0.1)}});

describe("hot100Panel(hot100)", () => {
  it("draws both charts, and their titles compare the ends as far as their intervals tell", () => {
    const panel = hot100Panel(joined);
    assertWorded(panel.outerHTML);
    assert.deepEqual(titles(panel), [
      "Surer of number one than of peak 41 to 100: 80.0\u00a0% against 60.0\u00a0%".replaceAll("\u00a0", " "),
      "About as sure of 21 weeks or more as of 1 week: 70.5 % against 70.0 %"
    ]);
    assert.match(textOf(panel), /48 of 50 hits are found in the list, 47 of them on the chart in their decade/);
    assert.match(textOf(panel), /Of 50 flops 2 are found as well, 1 in their decade/);
  });

  it("is true whichever way the numbers point", () => {
    assert.match(hot100Words(withAuc(0.7)).finding, /rank the number one higher in 70\.0\s% of the pairs/);
    assert.match(hot100Words(withAuc(0.3)).finding, /rank the number one lower more often than not/);
    assert.match(hot100Words(withAuc(0.52)).finding, /cannot tell/);
  });

  it("is one sentence where nothing was looked up", () => {
    for (const [status, said] of [
      ["absent", /data\/raw\/hot100\/, or named by HOT100=path/],
      ["synthetic", /tracks here are synthetic/],
      ["popularity", /told by popularity/]
    ] as const) {
      const panel = hot100Panel({status});
      assert.match(textOf(panel), said);
      assert.equal(panel.querySelectorAll("p").length, 1);
      assertWorded(panel.outerHTML);
    }
    assertWorded(hot100Panel({...joined, status: "unexamined", ranking: null}).outerHTML);
  });
});
