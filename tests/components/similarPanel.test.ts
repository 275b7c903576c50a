// @vitest-environment jsdom
import assert from "node:assert/strict";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import type {ReasonSpace} from "../../lib/wire/TracksData.js";
import {predictState} from "../../src/components/predictState.js";
import {similarPanel} from "../../src/components/similarPanel.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData} from "../fixtures/predictPageData.js";
import {stubIntersectionObserver} from "../fixtures/stubIntersectionObserver.js";

const {data, trees, tracks, search} = predictPageData();
const models = songModels(data, trees);
const valuesOf = (track: number) => Float32Array.from(tracks.X.columns, (column) => column[track]);

/** Every track's reasons as the page would be sent them. */
function reasonSpace(): ReasonSpace {
  return (reasons ??= explainAll());
}
let reasons: ReasonSpace | undefined;

function explainAll(): ReasonSpace {
  const phi = data.controls.map(() => new Float32Array(tracks.X.length));
  for (let i = 0; i < tracks.X.length; i++) {
    models.explain("boosted", valuesOf(i), "log-odds").phi.forEach((value, j) => (phi[j][i] = value));
  }
  return {features: tracks.X.names, phi};
}

let see: () => void;

/** The panel in a page, with the files it asked for. */
function panel({names = search, values = tracks, broken = false} = {}) {
  const state = predictState(data);
  const asked: string[] = [];
  const network = {broken};
  const file = <T>(name: string, content: () => T) => {
    return () => {
      asked.push(name);
      return network.broken ? Promise.reject(new Error("offline")) : Promise.resolve(content());
    };
  };
  const files = {
    search: file("search", () => names),
    tracks: file("tracks", () => values),
    reasonSpace: file("reasonSpace", reasonSpace)
  };
  const element = similarPanel(state, {data, models, files});
  document.body.replaceChildren(element);
  const rows = () => [...element.querySelectorAll("tbody tr")];
  return {
    state,
    asked,
    network,
    element,
    rows,
    titles: () => rows().map((row) => row.querySelector("strong")!.textContent),
    cells: (row: number) => [...rows()[row].querySelectorAll("td")].map((cell) => cell.textContent.trim()),
    text: () => element.textContent.replace(/\s+/g, " "),
    async click(label: string) {
      const found = [...element.querySelectorAll("button")].find(({textContent}) => textContent.trim() === label);
      assert.ok(found, `no button "${label}"`);
      found.click();
      await settled();
    }
  };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  see();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("similarPanel(state, parts)", () => {
  beforeEach(() => {
    see = stubIntersectionObserver();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => void vi.restoreAllMocks());

  it("fetches nothing before it is asked, then the tracks, then reasons when they are wanted", async () => {
    const {asked, click} = panel();
    see();
    assert.deepEqual(asked, []);
    await click("Find similar tracks");
    assert.deepEqual(asked, ["search", "tracks"]);
    await click("The model’s reasons");
    assert.deepEqual(asked, ["search", "tracks", "reasonSpace"]);
  });

  it("lists the nearest tracks by sound and follows the controls, without the chosen song", async () => {
    const {state, click, titles, cells, rows} = panel();
    state.set({x: valuesOf(30)});
    await click("Find similar tracks");
    assert.equal(rows().length, 10);
    assert.equal(titles()[0], "Title 30");
    const [decade, label, distance, why] = cells(0);
    assert.match(decade, /^\d{4}s$/);
    assert.equal(label, tracks.label[30] === 1 ? "hit" : "flop");
    assert.equal(distance, "0.00");
    assert.match(why, /^alike in /);
    const distances = rows().map((_, i) => Number(cells(i)[2]));
    assert.deepEqual(distances, [...distances].sort((a, b) => a - b)); // prettier-ignore
    const song = {track: 77, id: "", title: "", artist: "", hit: true, p: null, x: valuesOf(77)};
    state.set({song, x: song.x});
    await settled();
    assert.ok(!titles().includes("Title 77"));
    state.set({song: null});
    await settled();
    assert.equal(titles()[0], "Title 77");
  });

  it("lists those alike in the model's reasons, in log-odds", async () => {
    const {state, click, titles, cells, text} = panel();
    state.set({x: valuesOf(30)});
    await click("Find similar tracks");
    assert.match(text(), /Distance standard deviations/);
    await click("The model’s reasons");
    assert.match(text(), /Distance log-odds/);
    assert.equal(titles()[0], "Title 30");
    assert.equal(cells(0)[2], "0.00");
    await click("Sound");
    assert.match(text(), /Distance standard deviations/);
  });

  it("holds the share of hits against what the model says", async () => {
    const {state, click, rows, text} = panel();
    state.set({x: valuesOf(30)});
    await click("Find similar tracks");
    const hits = () => rows().filter((row) => row.querySelector(".hit")).length;
    const p = Math.round(models.p("boosted", valuesOf(30)) * 100);
    assert.match(text(), new RegExp(`Of the 10 nearest tracks ${hits()} (is a hit|are hits), .*this song ${p}.%`));
    await click("50");
    assert.equal(rows().length, 50);
    assert.match(text(), new RegExp(`Of the 50 nearest tracks ${hits()} are hits`));
    await click("20");
    assert.equal(rows().length, 20);
  });

  it("puts a track into the controls and keeps the focus where it was", async () => {
    const {state, click, rows, titles, text} = panel();
    await click("Find similar tracks");
    const [, wanted] = titles();
    const load = rows()[1].querySelector("button")!;
    assert.equal(load.getAttribute("aria-label"), `Load ${wanted} into the controls`);
    load.focus();
    load.click();
    await settled();
    const {song, x} = state.now;
    assert.equal(song?.title, wanted);
    assert.equal(song?.x, x);
    assert.deepEqual(x, valuesOf(song!.track));
    assert.ok(!titles().includes(wanted));
    assert.equal(document.activeElement, load);
    assert.match(text(), new RegExp(`The controls are set to “${wanted}”`));
  });

  it("links to Spotify where there is an id, and sets names as text", async () => {
    const hostile = {...search, titles: search.titles.map(() => "<img src=x onerror=alert(1)>")};
    const ids = tracks.ids.map((id, i) => (i % 2 === 0 ? id : ""));
    const {state, click, rows, element} = panel({names: hostile, values: {...tracks, ids}});
    state.set({x: valuesOf(30)});
    await click("Find similar tracks");
    await click("50");
    const links = rows().map((row) => row.querySelector("a")!);
    assert.equal(links[0].href, `https://open.spotify.com/track/${tracks.ids[30]}`);
    assert.equal(links[0].rel, "noopener noreferrer");
    assert.ok(links.some(({hidden}) => hidden) && !links[0].hidden);
    for (const link of links) assert.equal(link.hidden, link.href.endsWith("/track/"));
    assert.equal(element.querySelector("img"), null);
  });

  it("rests while it is out of sight, and catches up when it is seen", async () => {
    const {state, click, titles} = panel();
    const scroll = see;
    see = () => undefined;
    await click("Find similar tracks");
    assert.deepEqual(titles(), []);
    state.set({x: valuesOf(12)});
    await settled();
    assert.deepEqual(titles(), []);
    scroll();
    assert.equal(titles()[0], "Title 12");
  });

  it("tells that a file could not be loaded, and tries again", async () => {
    const {click, network, rows, text} = panel({broken: true});
    await click("Find similar tracks");
    assert.match(text(), /The tracks could not be loaded/);
    network.broken = false;
    await click("Try again");
    assert.equal(rows().length, 10);
    network.broken = true;
    await click("The model’s reasons");
    assert.match(text(), /The reasons of all tracks could not be loaded/);
    assert.match(text(), /Distance standard deviations/);
    network.broken = false;
    await click("Try again");
    assert.match(text(), /Distance log-odds/);
  });

  it("says so where nothing of a song is known", async () => {
    const {state, click, rows, text} = panel();
    await click("Find similar tracks");
    state.set({x: valuesOf(0).fill(NaN)});
    await settled();
    assert.equal(rows().length, 0);
    assert.match(text(), /nothing of it is known/);
  });
});
