import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import {fitGlassbox} from "../../../lib/glassbox/fitGlassbox.js";
import {fitLogistic} from "../../../lib/logistic/fitLogistic.js";
import {takeRows, takeValues} from "../../../lib/columns.js";
import type {Mlp} from "../../../lib/mlp/types.js";
import predictPage from "../../../loaders/stages/predictPage.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

const some = handmadeStudy(60);
const [X, y] = [takeRows(some.raw.X, some.clean), takeValues(some.raw.label, some.clean)];
const logistic = fitLogistic(X, y);
const glassbox = fitGlassbox(X, y);
const mlp = {format: "trackoracle-mlp/1"} as Mlp; // handed on as it is

async function predictOf(dataset: Dataset, songs = 24, pOf?: (row: number) => number) {
  return predictPage({dataset, logistic, glassbox, mlp, artist: await evaluated(dataset, pOf)}, {songs}, QUIET);
}

describe("predictPage(needs, {songs})", () => {
  it("covers the bulk of each feature's known values, one control a feature in their order", async () => {
    const n = 1001;
    const {controls} = await predictOf(
      handmadeStudy(n, (i) => ({x: {tempo: (i * 4) % n, loudness: i < 800 ? NaN : -i}}))
    );
    assert.deepEqual(
      controls.map(({name}) => name),
      FEATURES.map(({name}) => name)
    );
    const of = (name: string) => controls.find((control) => control.name === name);
    assert.deepEqual(of("tempo"), {name: "tempo", min: 0, max: 1000, low: 5, high: 995, median: 500});
    assert.deepEqual(of("loudness"), {name: "loudness", min: -1000, max: -800, low: -999, high: -801, median: -900});
  });

  it("covers every decade, the rarest too", async () => {
    const {controls} = await predictOf(
      handmadeStudy(1000, (i) => ({x: {decade: i === 0 ? 1950 : i === 1 ? 2020 : 1980}}))
    );
    assert.deepEqual(controls.at(-1), {name: "decade", min: 1950, max: 2020, low: 1950, high: 2020, median: 1980});
  });

  it("covers the legal range where no value is known, and starts from unknown", async () => {
    const {controls} = await predictOf(handmadeStudy(20, () => ({x: {tempo: NaN, decade: NaN}})));
    const of = (name: string) => controls.find((control) => control.name === name);
    assert.deepEqual(of("tempo"), {name: "tempo", min: null, max: null, low: 0, high: 300, median: null});
    assert.deepEqual(of("decade"), {name: "decade", min: null, max: null, low: 1900, high: 2090, median: null});
  });

  it("offers songs from the least to the most probable hit, each once", async () => {
    const {songs} = await predictOf(handmadeStudy(100), 5, (row) => 1 - row / 100);
    assert.deepEqual(
      songs.map(({title}) => title),
      ["Title 99", "Title 74", "Title 49", "Title 25", "Title 0"]
    );
    assert.deepEqual(
      songs.map(({p}) => p),
      [0.01, 0.26, 0.51, 0.75, 1]
    );
    assert.deepEqual(
      songs.map(({hit}) => hit),
      [true, false, true, true, false]
    );
    for (const [tracks, wanted] of [
      [3, 24],
      [24, 24],
      [25, 24],
      [30, 24],
      [3, 1]
    ]) {
      // prettier-ignore
      const titles = (await predictOf(handmadeStudy(tracks), wanted)).songs.map(({title}) => title);
      assert.equal(titles.length, Math.min(tracks, wanted));
      assert.equal(new Set(titles).size, titles.length, titles.join());
    }
  });

  it("gives each song's values in the controls' order, null where unknown, names as they are", async () => {
    const hostile = {title: "<script>alert(1)</script>\n\"'", artist: '=HYPERLINK("http://x")'};
    const dataset = handmadeStudy(10, (i) => ({...hostile, x: {tempo: i === 4 ? NaN : 100 + i}}));
    const {songs, controls} = await predictOf(dataset, 10, (row) => row / 10);
    songs.forEach((song, i) => {
      assert.deepEqual([song.title, song.artist], [hostile.title, hostile.artist]);
      controls.forEach(({name}, j) => {
        const value = dataset.raw.X.columns[dataset.raw.X.names.indexOf(name)][i];
        assert.equal(song.x[j], Number.isNaN(value) ? null : value, name);
      });
    });
    assert.equal(songs[4].x[controls.findIndex(({name}) => name === "tempo")], null);
  });

  it("speaks of clean tracks only", async () => {
    const repeated = handmadeStudy(4, (i) => ({uri: `uri${i & 1}`, x: {tempo: 100 + i, decade: 1960 + 10 * i}}));
    const {controls, songs} = await predictOf(repeated);
    assert.equal(songs.length, 2);
    assert.deepEqual(
      controls.find(({name}) => name === "tempo"),
      {name: "tempo", min: 100, max: 101, low: 100, high: 101, median: 101}
    );
  });

  it("hands on what else the page needs", async () => {
    const demo = handmadeStudy(20, undefined, {synthetic: true});
    const page = await predictOf(demo, 3, (row) => (row % 2 === 1 ? 0.9 : 0.1));
    assert.equal(page.hitShare, 0.5);
    assert.deepEqual([page.logistic, page.glassbox, page.mlp], [logistic, glassbox.model, mlp]);
  });

  it("offers no songs where the artist exam was not held, and no logistic regression where none could be fitted", async () => {
    const needs = {dataset: some, logistic: null, glassbox, mlp, artist: {refusal: "too few"}};
    const {songs, logistic: absent, controls} = await predictPage(needs, {songs: 5}, QUIET);
    assert.deepEqual([songs, absent, controls.length], [[], null, FEATURES.length]);
  });

  it.each(ODD_STUDIES)("survives JSON: %s", async (_, dataset) => {
    assertSurvivesJson(await predictOf(dataset));
  });
});
