// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import type {ExplainedSongs, SongReasons} from "../../lib/wire/ExplainData.js";
import {rangeFinding} from "../../lib/wire/predictWords.js";
import {predictState} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {touchedPanel} from "../../src/components/touchedPanel.js";
import {opened} from "../fixtures/opened.js";
import {predictPageData} from "../fixtures/predictPageData.js";
import {stubIntersectionObserver} from "../fixtures/stubIntersectionObserver.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

const page = predictPageData();
const SONGS = 40;
const features = page.data.controls.map(({name}) => name);
const songs: ExplainedSongs = {
  songs: Array.from({length: SONGS}, (_, i) => ({title: `T${i}`, artist: "A", decade: 1990, hit: i % 2 === 0})),
  x: features.map((_, j) => Array.from({length: SONGS}, (_, i) => page.tracks.X.columns[j][i]))
};
const values = features.map((_, j) => Array.from({length: SONGS}, (_, i) => Math.sin(i + j)));
const reasons: SongReasons = {
  id: "boosted",
  outOfFold: Array.from({length: SONGS}, () => null),
  spaces: [
    {space: "log-odds", base: 0, phi: values, error: null, sameSign: null},
    {space: "probability", base: 0.5, phi: values.map((column) => column.map((phi) => phi / 10)), error: null, sameSign: null} // prettier-ignore
  ]
};

let see: () => void;
beforeEach(() => {
  stubResizeObserver(500);
  see = stubIntersectionObserver();
});

const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))));

async function panelWith() {
  const state = predictState(page.data);
  const models = songModels(page.data, page.trees);
  const files = {songs: () => Promise.resolve(songs), reasons: () => Promise.resolve(reasons)};
  const element = touchedPanel(state, {data: page.data, models, files});
  await painted();
  const touch = (name: string, value: number) => {
    const touched = features.indexOf(name);
    const x = state.now.x.slice();
    x[touched] = value;
    state.set({x, touched});
  };
  return {state, models, element, touch};
}

describe("touchedPanel(state, {data, models, files})", () => {
  it("draws nothing before it is seen, then the control touched last", async () => {
    const {state, models, element, touch} = await panelWith();
    touch("danceability", 0.4);
    await painted();
    assert.equal(element.querySelectorAll("figure").length, 0);
    see();
    await painted();
    const [curve, dependence] = [...element.querySelectorAll("figure")];
    const j = features.indexOf("danceability");
    const {low, high} = page.data.controls[j];
    const ps = Array.from({length: 4001}, (_, k) => {
      const x = state.now.x.slice();
      x[j] = low + ((high - low) * k) / 4000;
      return models.p("boosted", x);
    });
    assert.equal(curve.querySelector("strong")!.textContent, rangeFinding("danceability", ps));
    assert.match(curve.textContent!, /the ring is the song as it is, 0\.40 with/);
    assert.match(dependence.querySelector("strong")!.textContent!, /^Danceability /);
    assert.match(dependence.querySelector("svg")!.textContent!, /this song/);
  });

  it("moves the song’s mark by its own contribution, without drawing the other tracks anew", async () => {
    const {state, models, element, touch} = await panelWith();
    see();
    touch("danceability", 0.2);
    await painted();
    const svg = element.querySelectorAll("svg")[1];
    const mark = () =>
      svg.querySelector<SVGGElement>("g:last-child > circle")!.parentElement!.getAttribute("transform")!;
    const at = mark()
      .match(/[-\d.]+/g)!
      .map(Number);
    touch("danceability", 0.8);
    await painted();
    assert.equal(element.querySelectorAll("svg")[1], svg);
    const now = mark()
      .match(/[-\d.]+/g)!
      .map(Number);
    assert.ok(now[0] > at[0]);
    const {scale} = svg as unknown as {
      scale: (name: string) => {apply: (x: number) => number; domain: [number, number]};
    };
    const phi = models.explain("boosted", state.now.x, "log-odds").phi[features.indexOf("danceability")];
    const [low, high] = scale("y").domain;
    assert.ok(Math.abs(now[1] - scale("y").apply(Math.min(high, Math.max(low, phi)))) < 1e-6);
    state.set({space: "probability"});
    await painted();
    assert.notEqual(element.querySelectorAll("svg")[1], svg);
  });

  it("has a point for every key, keeps its table open, and says what an unknown value goes with", async () => {
    const {element, touch} = await panelWith();
    see();
    touch("key", 3);
    await painted();
    opened(element.querySelector("figure")!);
    touch("key", 4);
    await painted();
    await painted();
    const curve = element.querySelector("figure")!;
    assert.equal(curve.querySelector("details")!.open, true);
    const keys = [...curve.querySelectorAll("tbody td:first-child")].map(({textContent}) => textContent);
    assert.deepEqual([keys.length, keys[0], keys[11]], [12, "C", "B"]);
    touch("key", NaN);
    await painted();
    assert.match(element.querySelector("figure")!.textContent!, /own value is unknown, which goes with/);
    assert.doesNotMatch(element.innerHTML, /NaN/);
  });
});
