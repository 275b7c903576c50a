// @vitest-environment jsdom
import assert from "node:assert/strict";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {formatPercent} from "../../lib/format/formatPercent.js";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {linkState} from "../../src/components/linkState.js";
import {pageLink} from "../../src/components/pageLink.js";
import {predictState, startingChoice, type PredictChoice} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const {data, trees, tracks, search} = predictPageData();
const models = songModels(data, trees);
const start = startingChoice(data);
const songX = Float32Array.from(tracks.X.columns, (column) => column[7]);
const song = {
  track: 7,
  id: tracks.ids[7],
  title: search.titles[7],
  artist: search.artists[search.artistOf[7]],
  hit: tracks.label[7] === 1,
  p: tracks.p[7],
  x: songX
};
const found: PredictChoice = {...start, x: songX, song};
const linkOf = (choice: PredictChoice, from: PredictData = data) => pageLink(from, models).write(choice);
const failed = () => Promise.reject(new Error("offline"));

const listening: EventListener[] = []; // pages opened by a test

/** A page opened at a fragment, with all its timers held. */
function pageAt(
  fragment: string,
  files = {search: () => Promise.resolve(search), tracks: () => Promise.resolve(tracks)}
) {
  history.replaceState(null, "", `/predict?theme=dark${fragment}`);
  const state = predictState(data);
  const listen = vi.spyOn(globalThis, "addEventListener");
  const notice = linkState(state, {data, models, files});
  listening.push(listen.mock.lastCall![1] as EventListener);
  listen.mockRestore();
  const paste = (other: string) => {
    history.replaceState(null, "", `/predict?theme=dark${other}`);
    dispatchEvent(new Event("hashchange"));
  };
  return {state, notice, paste};
}

const scrolled = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.scrollIntoView = scrolled.mockReset(); // jsdom has none
});
afterEach(() => {
  for (const listener of listening.splice(0)) removeEventListener("hashchange", listener);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("linkState(state, {data, models, files})", () => {
  it("opens a link that stands in the address, with its song, and leaves the address as it is", async () => {
    const choice: PredictChoice = {...found, rate: 0.02, kept: {name: "<b>A</b>", x: start.x}, touched: 3};
    const link = linkOf(choice);
    const {state, notice} = pageAt(link);
    assert.deepEqual(state.now, {...choice, song: null});
    await vi.runAllTimersAsync();
    assert.deepEqual(state.now, choice);
    assert.equal(notice.textContent, "");
    assert.equal(location.hash, link);
  });

  it("writes what changes once it has settled, without a step in the history, and keeps the query", () => {
    const {state} = pageAt("");
    const steps = history.length;
    const written = vi.spyOn(history, "replaceState");
    state.set({rate: 0.1});
    vi.advanceTimersByTime(300);
    state.set({rate: 0.05});
    vi.advanceTimersByTime(300);
    assert.equal(written.mock.calls.length, 0);
    vi.advanceTimersByTime(100);
    assert.equal(written.mock.calls.length, 1);
    assert.equal(location.hash, linkOf({...start, rate: 0.05}));
    assert.equal(location.pathname + location.search, "/predict?theme=dark");
    assert.equal(history.length, steps);
    state.set({rate: start.rate});
    vi.runAllTimers();
    assert.equal(location.href.split("/").pop(), "predict?theme=dark");
  });

  it("writes less often than 100 times in 30 s, however often something changes", () => {
    const {state} = pageAt("");
    const written = vi.spyOn(history, "replaceState");
    for (let ms = 0; ms < 30_000; ms += 10) {
      if (ms % 360 === 0) state.set({target: 0.3 + ms / 1e5});
      vi.advanceTimersByTime(10);
    }
    assert.ok(written.mock.calls.length > 50 && written.mock.calls.length < 100, String(written.mock.calls.length));
  });

  it("leaves the address of an old link as it is until the reader changes something", async () => {
    const old = linkOf(found, {...data, modelHash: "fa9876543210"});
    const {state, paste} = pageAt(old);
    await vi.runAllTimersAsync();
    assert.equal(state.now.song!.title, song.title);
    assert.equal(location.hash, old);
    state.set({rate: 0.1});
    paste(old);
    await vi.runAllTimersAsync();
    assert.equal(location.hash, old);
    state.set({rate: 0.1});
    await vi.runAllTimersAsync();
    assert.equal(location.hash, linkOf({...found, rate: 0.1}));
  });

  it("opens a link that is pasted later, and drops what was not yet written", async () => {
    const {state, paste} = pageAt("");
    state.set({rate: 0.1});
    paste(linkOf(found));
    assert.deepEqual([...state.now.x], [...songX]);
    assert.equal(state.now.rate, start.rate);
    await vi.runAllTimersAsync();
    assert.equal(location.hash, linkOf(found));
  });

  it("leaves the state as it is where a link cannot be opened, and says why", () => {
    const link = linkOf(found);
    const {state, notice, paste} = pageAt(link.slice(0, -3));
    assert.equal(notice.getAttribute("role"), "alert");
    assert.match(notice.textContent!, /could not be opened: it was cut short or altered on its way.*as it was\.$/);
    assert.deepEqual(state.now, start);
    state.set({rate: 0.1});
    const before = {...state.now};
    paste("#s=<img src=x>");
    assert.deepEqual(scrolled.mock.contexts, [notice]);
    assert.deepEqual(state.now, before);
    assert.equal(notice.children.length, 0);
    paste(linkOf({...start, rate: 0.3}));
    assert.equal(notice.textContent, "");
    assert.equal(scrolled.mock.calls.length, 1);
    assert.equal(state.now.rate, 0.3);
  });

  it("opens a link of other data or another model all the same, and says what it gave then and gives now", () => {
    const older = {...data, dataHash: "f123456789ab", modelHash: "fa9876543210"};
    const choice = {...start, x: songX};
    const now = formatPercent(models.p("boosted", songX));
    const of = (from: PredictData) => pageAt(linkOf(choice, from));
    assert.deepEqual([...of(older).state.now.x], [...songX]);
    const same = `: the song was given ${now} then, and is given the same now.`;
    assert.equal(of(older).notice.textContent, `This link was made with other data and another model${same}`);
    assert.equal(of({...older, dataHash: data.dataHash}).notice.textContent, `This link was made with another model${same}`); // prettier-ignore
    assert.equal(of({...older, modelHash: data.modelHash}).notice.textContent, `This link was made with other data${same}`); // prettier-ignore
    const bolder = {...models, p: () => 0.994};
    const {notice} = pageAt(pageLink(older, bolder).write(choice));
    assert.match(notice.textContent!, new RegExp(`given 99\u00a0% then, and is given ${now} now\\.$`));
  });

  it("lets the values stand alone where the song is not known here, or cannot be asked for", async () => {
    const unknown = linkOf({...found, song: {...song, id: "6rqhFgbbKwnb9MLmUQDhG6"}});
    const {state, notice} = pageAt(unknown);
    await vi.runAllTimersAsync();
    assert.deepEqual([...state.now.x], [...songX]);
    assert.equal(state.now.song, null);
    assert.match(notice.textContent!, /not among the tracks of this page/);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const offline = pageAt(linkOf(found), {search: failed, tracks: failed});
    await vi.runAllTimersAsync();
    assert.match(offline.notice.textContent!, /title of its song could not be loaded/);
    assert.deepEqual([...offline.state.now.x], [...songX]);
  });

  it("asks for no file where a link has no song", () => {
    const asked = vi.fn(failed);
    pageAt(linkOf({...start, rate: 0.1}), {search: asked, tracks: asked});
    assert.equal(asked.mock.calls.length, 0);
  });

  it("does not put a song over one that was chosen, or a link that was opened, while it was asked for", async () => {
    const chosen = pageAt(linkOf(found));
    const other = {...song, track: 1, title: "Other"};
    chosen.state.set({song: other});
    await vi.runAllTimersAsync();
    assert.equal(chosen.state.now.song, other);
    const pasted = pageAt(linkOf(found));
    pasted.paste(linkOf({...start, rate: 0.1}));
    await vi.runAllTimersAsync();
    assert.equal(pasted.state.now.song, null);
  });

  it("writes the song too where something was changed while it was asked for", async () => {
    const late =
      <T>(file: T) =>
      () =>
        new Promise<T>((resolve) => setTimeout(() => resolve(file), 1000));
    const {state} = pageAt(linkOf(found), {search: late(search), tracks: late(tracks)});
    state.set({rate: 0.1});
    await vi.runAllTimersAsync();
    assert.equal(location.hash, linkOf({...found, rate: 0.1}));
  });

  it("leaves other places on the page alone", () => {
    const {state, notice, paste} = pageAt("#observablehq-main");
    paste("#why");
    state.set({rate: 0.1});
    state.set({rate: start.rate});
    vi.runAllTimers();
    assert.equal(location.hash, "#why");
    assert.equal(notice.textContent, "");
    assert.deepEqual(state.now, start);
  });
});
