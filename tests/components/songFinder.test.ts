// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it, vi} from "vitest";
import type {TracksData} from "../../lib/wire/TracksData.js";
import {predictState} from "../../src/components/predictState.js";
import {songFinder} from "../../src/components/songFinder.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const {data, tracks, search} = predictPageData();

/** The box in a page, with the files it asked for. */
function find({names = search, values = tracks, about = data, broken = false} = {}) {
  const state = predictState(about);
  const asked: string[] = [];
  const network = {broken, gate: Promise.resolve()};
  const file = <T>(name: string, content: T) => {
    return async () => {
      asked.push(name);
      await network.gate;
      if (network.broken) throw new Error("offline");
      return content;
    };
  };
  const files = {search: file("search", names), tracks: file<TracksData>("tracks", values)};
  const element = songFinder(state, {data: about, files});
  document.body.replaceChildren(element);
  const input = element.querySelector("input")!;
  const options = () => [...element.querySelectorAll('[role="option"]')];
  const said = element.querySelector<HTMLElement>('[role="status"]')!;
  return {
    state,
    asked,
    network,
    element,
    input,
    said,
    options,
    shown: () => options().map((option) => option.textContent.trim().replace(/\s+/g, " ")),
    isOpen: () => input.getAttribute("aria-expanded") === "true" && !element.querySelector<HTMLElement>("ul")!.hidden,
    active: () =>
      document
        .getElementById(input.getAttribute("aria-activedescendant") ?? "")
        ?.textContent.trim()
        .replace(/\s+/g, " "),
    async type(text: string) {
      input.value = text;
      input.dispatchEvent(new Event("input", {bubbles: true}));
      await settled();
    },
    async press(key: string, more: KeyboardEventInit = {}) {
      const event = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...more});
      input.dispatchEvent(event);
      await settled();
      return event.defaultPrevented;
    },
    async click(label: string) {
      const found = [...element.querySelectorAll("button")].find(({textContent}) => textContent.trim() === label);
      assert.ok(found, `no button "${label}"`);
      found.click();
      await settled();
    }
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const names = {
  titles: ["Dancing Queen", "<b>Königin</b>", "Waterloo", "Dance", "Unknown"],
  artists: ["ABBA", "Faun & <i>Friends</i>"],
  artistOf: [0, 1, 0, 1, 1]
};

describe("songFinder(state, parts)", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

  it("fetches nothing before it is used, then names, then values when a song is chosen", async () => {
    const {asked, input, type, press} = find({names});
    assert.equal(asked.length, 0);
    input.focus();
    assert.deepEqual(asked, ["search"]);
    await type("dan");
    assert.ok(!asked.includes("tracks"));
    await press("Enter");
    assert.ok(asked.includes("tracks"));
  });

  it("lists what fits, marks what matched, and sets names as text", async () => {
    const {type, shown, options, said, isOpen, element} = find({names});
    await type("dan");
    assert.deepEqual(shown(), ["Dance Faun & <i>Friends</i>", "Dancing Queen ABBA"]);
    assert.deepEqual([...options()[1].querySelectorAll("mark")].map((mark) => mark.textContent), ["Dan"]); // prettier-ignore
    assert.equal(said.textContent, "2 songs fit.");
    assert.ok(isOpen());
    await type("konigin");
    assert.deepEqual(shown(), ["<b>Königin</b> Faun & <i>Friends</i>"]);
    assert.equal(said.textContent, "One song fits.");
    assert.equal(element.querySelector("b, i"), null);
    await type("zzz");
    assert.equal(said.textContent, "None of the tracks is called that, nor its artist.");
    assert.ok(!isOpen());
    await type(" ");
    assert.equal(said.textContent, "");
  });

  it("tells how many more fit than it lists", async () => {
    const {type, options, said} = find();
    await type("title");
    assert.equal(options().length, 12);
    assert.equal(said.textContent, "The best 12 of 240 that fit; another word narrows them down.");
  });

  it("is a combobox: arrows, Home, End, Enter and Escape", async () => {
    const {input, type, press, active, isOpen, state} = find({names});
    assert.equal(input.getAttribute("role"), "combobox");
    assert.equal(document.getElementById(input.getAttribute("aria-controls")!)?.getAttribute("role"), "listbox");
    await type("a");
    assert.equal(active(), undefined);
    assert.equal(await press("Home"), false, "the cursor's while no song is active");
    const walk = [];
    for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"]) {
      assert.equal(await press(key), true);
      walk.push(active());
    }
    const last = walk[2];
    await type("a");
    await press("ArrowUp");
    assert.equal(active(), last);
    await press("Home");
    assert.deepEqual(walk, ["Waterloo ABBA", "Dancing Queen ABBA", last, "Waterloo ABBA", last, "Waterloo ABBA"]);
    assert.equal(document.querySelectorAll('[aria-selected="true"]').length, 1);
    await press("Escape");
    assert.ok(!isOpen());
    assert.equal(input.value, "a");
    assert.equal(active(), undefined);
    await press("ArrowDown");
    assert.ok(isOpen());
    await press("Enter", {isComposing: true});
    assert.ok(isOpen());
    await press("ArrowDown");
    await press("ArrowDown");
    await press("Enter");
    assert.equal(state.now.song?.title, "Dancing Queen");
    assert.ok(!isOpen());
    await press("Escape");
    assert.equal(input.value, "");
  });

  it("sets the controls to the song chosen, with what is known of it", async () => {
    const {type, press, state, said, input} = find();
    await type("title 17 artist 8");
    await press("Enter");
    const {song, x} = state.now;
    assert.deepEqual(
      {...song, x: null},
      {
        track: 17,
        id: tracks.ids[17],
        title: "Title 17",
        artist: "Artist 8",
        hit: tracks.label[17] === 1,
        p: tracks.p[17],
        x: null
      }
    );
    assert.deepEqual(
      x,
      Float32Array.from(tracks.X.columns, (column) => column[17])
    );
    assert.equal(song?.x, x);
    assert.equal(said.textContent, "The controls are set to “Title 17” by Artist 8.");
    assert.equal(input.value, "Title 17 – Artist 8");
  });

  it("does not know a probability that was not held out", async () => {
    const {type, press, state} = find({values: {...tracks, p: tracks.p.map(() => NaN)}});
    await type("title 3");
    await press("Enter");
    assert.equal(state.now.song?.p, null);
  });

  it("chooses with the pointer without losing the focus", async () => {
    const {type, options, state, element} = find({names});
    await type("waterloo");
    const down = new Event("pointerdown", {bubbles: true, cancelable: true});
    options()[0].dispatchEvent(down);
    assert.ok(down.defaultPrevented);
    element.querySelector<HTMLElement>("mark")!.click();
    await settled();
    assert.equal(state.now.song?.title, "Waterloo");
  });

  it("finds a pasted link, and says that it took one of several", async () => {
    const {type, state, said} = find();
    await type(`Listen: https://open.spotify.com/intl-de/track/${tracks.ids[40]}?si=1`);
    assert.equal(state.now.song?.track, 40);
    await type(`spotify:track:${tracks.ids[41]} spotify:track:${tracks.ids[42]}`);
    assert.equal(state.now.song?.track, 41);
    assert.match(said.textContent, /The first track of several links was taken\.$/);
  });

  it("keeps the song and complains beside the box about links it cannot follow", async () => {
    const {type, state, said, asked, isOpen} = find();
    const before = {...state.now};
    const links = {
      "spotify:album:4uLU6hMCjMI75M1A2tKUQC": /link to an album/,
      "https://youtu.be/x": /link to youtu\.be/,
      "https://spotify.link/x": /short link/,
      "spotify:track:4uLU": /22 characters, this link’s has 4/
    };
    for (const [link, words] of Object.entries(links)) {
      await type(link);
      assert.match(said.textContent, words);
      assert.ok(said.classList.contains("error"));
    }
    assert.deepEqual(asked, []);
    await type("4uLU6hMCjMI75M1A2tKUQC");
    assert.match(said.textContent, /not among the 240 tracks of the study.*ReccoBeats/);
    assert.deepEqual(state.now, before);
    await type("title");
    assert.ok(!said.classList.contains("error"));
    assert.ok(isOpen());
  });

  it("tells that a file could not be loaded, and tries again", async () => {
    const {type, click, network, said, shown} = find({names, broken: true});
    await type("waterloo");
    assert.match(said.textContent, /^Titles and artists of the tracks could not be loaded\./);
    network.broken = false;
    await click("Try again");
    assert.deepEqual(shown(), ["Waterloo ABBA"]);
    assert.equal(said.textContent, "One song fits.");
  });

  it("answers the last question only, whatever comes late", async () => {
    const {type, click, shown, state, said, network} = find({names});
    let open = () => undefined as void;
    network.gate = new Promise((resolve) => (open = resolve));
    await click("Any track");
    assert.equal(said.textContent, "Values of the tracks are loading …");
    network.gate = Promise.resolve();
    await type("waterloo");
    open();
    await settled();
    assert.equal(state.now.song?.title, undefined);
    assert.deepEqual(shown(), ["Waterloo ABBA"]);
    assert.equal(said.textContent, "One song fits.");
  });

  it("offers surprising hits, sure flops and any track to start with", async () => {
    const p = tracks.p.map((_, i) => (i % 50) / 50);
    const {click, state} = find({values: {...tracks, p}});
    const seen = new Set<number>();
    for (let i = 0; i < 3; i++) {
      await click("A surprising hit");
      assert.ok(state.now.song?.hit && state.now.song.p! < 0.2);
      seen.add(state.now.song.track);
    }
    assert.equal(seen.size, 3);
    await click("A sure flop");
    assert.ok(!state.now.song?.hit && state.now.song!.p! < 0.1);
    await click("Any track");
    assert.ok(state.now.song!.track >= 0);
    const unknown = find({values: {...tracks, p: tracks.p.map(() => NaN)}});
    await unknown.click("A sure flop");
    assert.equal(unknown.state.now.song, null);
    assert.equal(unknown.said.textContent, "There is no such track.");
  });

  it("shows the song that another part of the page chose", () => {
    const {state, input} = find();
    const x = state.now.x;
    state.set({song: {track: 1, id: "", title: "From", artist: "Elsewhere", hit: true, p: null, x}});
    assert.equal(input.value, "From – Elsewhere");
    state.set({song: null});
    assert.equal(input.value, "");
  });

  it("calls synthetic tracks synthetic", async () => {
    const {type, said} = find({about: {...data, synthetic: true}});
    await type("zzz");
    assert.match(said.textContent, /synthetic/);
    await type("4uLU6hMCjMI75M1A2tKUQC");
    assert.match(said.textContent, /synthetic, so no link leads to one of them/);
  });
});
