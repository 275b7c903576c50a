// @vitest-environment jsdom
import assert from "node:assert/strict";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {formatPercent} from "../../lib/format/formatPercent.js";
import {sigmoid} from "../../lib/sigmoid.js";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import type {FamiliarTracks, PredictData} from "../../lib/wire/PredictData.js";
import {controlsPanel} from "../../src/components/controlsPanel.js";
import {predictState, type KnownSong} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const {data: whole, trees, tracks} = predictPageData();
const data: PredictData = {
  ...whole,
  controls: whole.controls.map((range, j) => ({
    ...range,
    decadeMedians:
      range.name === "decade" ? whole.decades.map(() => 1999) : [range.low, j === 0 ? null : range.high, 1, 1, 1, 1]
  }))
};
const names = data.controls.map(({name}) => name);
const DANCEABILITY = names.indexOf("danceability");
const DECADE = names.indexOf("decade");

const song: KnownSong = {
  track: 3,
  id: tracks.ids[3],
  title: "<b>Title</b>",
  artist: "Artist",
  hit: true,
  p: 0.5,
  x: Float32Array.from(tracks.X.columns, (column) => column[3])
};

/** The panel, its parts, and how often the tracks were asked for. */
function panel(familiar: () => Promise<FamiliarTracks> = () => Promise.reject(new Error("not asked"))) {
  const state = predictState(data);
  const asked = vi.fn(familiar);
  const element = controlsPanel(state, {data, models: songModels(data, trees), familiar: asked});
  document.body.replaceChildren(element);
  const part = <E extends Element>(selector: string) => element.querySelector<E>(selector)!;
  return {
    state,
    asked,
    element,
    part,
    press: (name: string) =>
      [...element.querySelectorAll("button")]
        .find((button) => [button.textContent, button.getAttribute("aria-label")].includes(name))!
        .click(),
    slide(name: string, value: number) {
      const slider = part<HTMLInputElement>(`#${name}`);
      slider.valueAsNumber = value;
      slider.dispatchEvent(new Event("input"));
    },
    reach: (name: string) => part(`#${name}-reach`).textContent!.replace("Probability along it: ", "")
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const painted = () => vi.advanceTimersByTimeAsync(50);
const like = (within: number): FamiliarTracks => ({
  x: tracks.X.columns.map((column) => Array.from(column, (value) => (Number.isNaN(value) ? null : value))),
  within
});

describe("controlsPanel(state, {data, models, familiar})", () => {
  it("has a labelled control for every feature, which shows what the state holds", () => {
    const {element, part} = panel();
    assert.deepEqual(
      [...element.querySelectorAll("[data-feature]")].map(({id}) => id),
      names
    );
    const median = data.controls[DANCEABILITY].median!;
    assert.ok(Math.abs(part<HTMLInputElement>("#danceability").valueAsNumber - median) <= 0.005);
  });

  it("sets a copy of the song with the one value, and which control was touched", () => {
    const {state, slide} = panel();
    const before = state.now.x;
    const kept = before.slice();
    slide("danceability", 0.25);
    assert.deepEqual(before, kept);
    assert.deepEqual([...state.now.x], [...kept.with(DANCEABILITY, 0.25)]);
    assert.equal(state.now.touched, DANCEABILITY);
  });

  it("keeps the state where a value is refused, and shows it again with the next song", () => {
    const {state, part} = panel();
    const before = state.now.x;
    const box = part<HTMLInputElement>("[aria-label='Danceability, typed']");
    box.value = "7";
    box.dispatchEvent(new Event("input"));
    assert.equal(state.now.x, before);
    assert.equal(part("[role=alert]:not([hidden])").textContent, "Danceability lies from 0.00 to 1.00");
    state.set({x: before.slice(), song});
    assert.equal(part("[role=alert]:not([hidden])"), null);
    assert.equal(box.valueAsNumber, Number(before[DANCEABILITY].toPrecision(4)));
  });

  it("shows a song that is set elsewhere, touching only the controls that differ", () => {
    const {state, part} = panel();
    const observed = vi.spyOn(HTMLInputElement.prototype, "valueAsNumber", "set");
    state.set({x: state.now.x.with(DANCEABILITY, 0.125)});
    assert.equal(observed.mock.calls.length, 1);
    assert.equal(part<HTMLInputElement>("[aria-label='Danceability, typed']").value, "0.125");
  });

  it("goes back to the song where there is one, all at once or by a control", () => {
    const {state, press, part, slide} = panel();
    const toSong = part<HTMLButtonElement>(".control-presets button");
    assert.equal(toSong.disabled, true);
    state.set({song, x: song.x});
    assert.equal(toSong.disabled, false);
    slide("danceability", 0.25);
    slide("energy", 0.25);
    press("Reset Danceability");
    assert.deepEqual([...state.now.x], [...song.x.with(names.indexOf("energy"), 0.25)]);
    press("Reset to the song");
    assert.deepEqual(state.now.x, song.x);
    assert.equal(state.now.song, song);
  });

  it("goes to the middle of the study, and without a song a control goes there too", () => {
    const {state, press, slide} = panel();
    const middle = state.now.x;
    state.set({song, x: song.x});
    press("The middle of the study");
    assert.deepEqual([state.now.x, state.now.song], [middle, null]);
    slide("danceability", 0.25);
    press("Reset Danceability");
    assert.deepEqual(state.now.x, middle);
  });

  it("goes to the middle of a decade, which becomes the decade of the song", () => {
    const {state, press} = panel();
    state.set({song, x: song.x});
    press("The middle of the 1970s");
    assert.equal(state.now.song, null);
    assert.deepEqual(
      [...state.now.x],
      data.controls.map(({high}, j) => (j === DECADE ? 1970 : j === 0 ? NaN : Math.fround(high)))
    );
  });

  it("draws after the paint what each value would give, once however often the song changed", async () => {
    const {slide, reach, element} = panel(() => new Promise(() => undefined));
    assert.equal(reach("danceability"), "");
    await painted();
    assert.match(reach("danceability"), /%/);
    const lines = () => [...element.querySelectorAll(".track-line")].map((line) => line.getAttribute("d"));
    const drawn = vi.spyOn(Element.prototype, "setAttribute");
    slide("danceability", 0.1);
    slide("danceability", 0.9);
    const before = lines();
    await painted();
    assert.notDeepEqual(lines(), before);
    assert.equal(drawn.mock.calls.filter(([name]) => name === "d").length, names.length);
  });

  it("says between what the trees' probability lies along a control", async () => {
    const {state, reach} = panel(() => new Promise(() => undefined));
    await painted();
    const at = (decade: number) => formatPercent(sigmoid(marginOfRow(trees, state.now.x.with(DECADE, decade))));
    assert.ok(reach("decade").includes(at(1960)) && reach("decade").includes(at(2010)));
    const values = Array.from({length: 400}, (_, k) => k / 399).filter(
      (value) => value >= data.controls[DANCEABILITY].low && value <= data.controls[DANCEABILITY].high
    );
    const p = values.map((value) => sigmoid(marginOfRow(trees, state.now.x.with(DANCEABILITY, value))));
    const words = [Math.min(...p), Math.max(...p)].map(formatPercent);
    assert.equal(reach("danceability"), words.join(" to "));
  });

  it("asks for the tracks after the first drawing, once, and hatches where no one is like the song", async () => {
    const {state, asked, element, slide} = panel(() => Promise.resolve(like(0.01)));
    const hatched = () => element.querySelectorAll(".track-unlike rect").length;
    assert.equal(asked.mock.calls.length, 0);
    await painted();
    assert.equal(asked.mock.calls.length, 1);
    assert.ok(hatched() >= names.length - 2, `${hatched()} stretches`);
    state.set({x: song.x, song});
    await painted();
    slide("danceability", 0.5);
    await painted();
    assert.equal(asked.mock.calls.length, 1);
  });

  it("explains its drawings once, with the pattern that they hatch with", async () => {
    const {element, part} = panel(() => Promise.resolve(like(0.01)));
    await painted();
    const fills = [...element.querySelectorAll("rect[fill]")].map((rect) => rect.getAttribute("fill")!);
    assert.deepEqual([...new Set(fills)], [`url(#${part("pattern").id})`]);
    assert.equal(element.querySelectorAll("pattern").length, 1);
    assert.ok(part(".control-key").textContent!.includes(`where ${formatPercent(data.hitShare)} are hits`));
  });

  it("hatches nothing where all is familiar, and says so where the tracks cannot be loaded", async () => {
    const near = panel(() => Promise.resolve(like(1e6)));
    await painted();
    assert.equal(near.element.querySelectorAll(".track-unlike rect").length, 0);
    assert.equal(near.part<HTMLElement>(".error:not([role])").hidden, true);
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const far = panel(() => Promise.reject(new Error("offline")));
    await painted();
    assert.match(far.reach("danceability"), /%/);
    assert.equal(far.part<HTMLElement>(".error:not([role])").hidden, false);
    assert.equal(logged.mock.calls.length, 1);
    far.slide("danceability", 0.5);
    await painted();
    assert.equal(far.asked.mock.calls.length, 1);
  });
});
