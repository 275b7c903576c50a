// @vitest-environment jsdom
import assert from "node:assert/strict";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {shiftPrior} from "../../lib/calibration/shiftPrior.js";
import {refitInterval} from "../../lib/reasons/refitInterval.js";
import {sigmoid} from "../../lib/sigmoid.js";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {intervalWords} from "../../lib/wire/predictWords.js";
import {answerPanel} from "../../src/components/answerPanel.js";
import {predictState, type KnownSong} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const page = predictPageData();

function panelWith(changes: Partial<PredictData> = {}) {
  const data = {...page.data, ...changes};
  const state = predictState(data);
  const models = songModels(data, page.trees);
  const files = {
    refits: vi.fn(() => Promise.resolve(page.refits)),
    tracks: vi.fn(() => Promise.resolve(page.tracks)),
    forest: vi.fn(() => Promise.resolve({...page.trees, baseMargin: 0.25, value: page.trees.value.map(() => 0)}))
  };
  const element = answerPanel(state, {data, models, files});
  const role = (name: string) => element.querySelector<HTMLElement>(`[data-role=${name}]`)!;
  const move = (danceability: number) => {
    const x = state.now.x.slice();
    x[data.controls.findIndex(({name}) => name === "danceability")] = danceability;
    state.set({x});
  };
  const row = (id: string) => element.querySelector(`[data-model=${id}] td`)?.textContent;
  return {data, state, models, files, element, role, move, row};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, "connection");
});

describe("answerPanel(state, {data, models, files})", () => {
  it("follows the controls with the number, its words and every model’s row", () => {
    const {state, models, role, move, row} = panelWith();
    for (const danceability of [0.1, 0.9]) {
      move(danceability);
      const p = sigmoid(marginOfRow(page.trees, state.now.x));
      assert.equal(role("probability").dataset.p, String(p));
      assert.equal(role("probability").dataset.shown, String(p));
      assert.equal(row("boosted"), role("probability").textContent);
      assert.equal(row("mlp"), `${Math.round(100 * models.p("mlp", state.now.x))}\u00a0%`);
      assert.match(
        role("sentence").textContent!,
        p > page.data.hitShare ? /^More like the hits/ : /^More like the flops/
      );
    }
  });

  it("shifts every number to another share of hits, but not data-p nor the verdict", () => {
    const {data, state, models, role, row} = panelWith();
    const before = {p: role("probability").dataset.p, verdict: role("verdict").textContent};
    state.set({rate: 0.01});
    const at = (p: number) => shiftPrior(p, data.hitShare, 0.01);
    const {x} = state.now;
    assert.equal(role("probability").dataset.p, before.p);
    assert.equal(role("probability").dataset.shown, String(at(models.p("boosted", x))));
    assert.equal(row("glassbox"), at(models.p("glassbox", x)) < 0.005 ? "<\u00a01\u00a0%" : `${Math.round(100 * at(models.p("glassbox", x)))}\u00a0%`); // prettier-ignore
    assert.match(role("sentence").textContent!, /where one song in a hundred is a hit, /);
    assert.equal(role("verdict").textContent, before.verdict);
  });

  it("moves the dial by the slider, and back to the study’s own share by the button", () => {
    const {data, state, element} = panelWith();
    const slider = element.querySelector<HTMLInputElement>("#rate")!;
    slider.valueAsNumber = 1;
    slider.dispatchEvent(new Event("input"));
    assert.equal(state.now.rate, 0.1);
    assert.equal(element.querySelector("output")!.textContent, "one song in ten is a hit");
    const reset = element.querySelector<HTMLButtonElement>(".rate-dial button")!;
    assert.equal(reset.disabled, false);
    reset.click();
    assert.equal(state.now.rate, data.hitShare);
    assert.equal(reset.disabled, true);
  });

  it("fetches refits and forest only after a move, in idle time, and then shows them", async () => {
    const {state, files, role, move, row} = panelWith();
    await vi.runAllTimersAsync();
    assert.equal(files.refits.mock.calls.length + files.forest.mock.calls.length, 0);
    assert.equal(role("interval").textContent, "");
    assert.equal(row("forest"), undefined);
    move(0.8);
    move(0.7);
    await vi.runAllTimersAsync();
    assert.deepEqual([files.refits.mock.calls.length, files.forest.mock.calls.length], [1, 1]);
    const words = () => {
      const margins = page.refits.map((trees) => marginOfRow(trees, state.now.x));
      return intervalWords(refitInterval(marginOfRow(page.trees, state.now.x), margins), 4);
    };
    assert.equal(role("interval").textContent, words());
    assert.equal(row("forest"), "25\u00a0%");
    move(0.2);
    await vi.runAllTimersAsync();
    assert.equal(role("interval").textContent, words());
  });

  it("widens the interval where a control is emptied, at any share of hits, and only while it is", async () => {
    const {data, state, files, role, move} = panelWith();
    state.set({rate: 0.01}); // nothing tells yet how sure it is
    await vi.runAllTimersAsync();
    assert.equal(role("interval").textContent, "");
    move(0.5);
    await vi.runAllTimersAsync();
    assert.equal(files.tracks.mock.calls.length, 0);
    const margins = page.refits.map((trees) => marginOfRow(trees, state.now.x));
    const {low, high} = refitInterval(marginOfRow(page.trees, state.now.x), margins);
    const at = (p: number) => shiftPrior(p, data.hitShare, 0.01);
    const words = intervalWords({low: at(low), high: at(high)}, 4);
    assert.equal(role("interval").textContent, words);
    move(NaN);
    await vi.runAllTimersAsync();
    await vi.dynamicImportSettled(); // what tells of unknowns comes when it is needed
    await vi.runAllTimersAsync();
    assert.match(role("interval").textContent!, /, widened by one value that is not known exactly$/);
    move(0.5);
    await vi.runAllTimersAsync();
    assert.equal(role("interval").textContent, words);
  });

  it("asks first where the connection saves data, and says when a file does not come", async () => {
    Object.defineProperty(navigator, "connection", {value: {saveData: true}, configurable: true});
    const {files, role, move, element} = panelWith();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    files.refits.mockRejectedValueOnce(new Error("offline"));
    move(0.8);
    await vi.runAllTimersAsync();
    assert.equal(files.refits.mock.calls.length + files.forest.mock.calls.length, 0);
    const fetch = role("interval").querySelector("button")!;
    assert.equal(fetch.textContent, "Fetch its 95 % interval");
    fetch.click();
    await vi.runAllTimersAsync();
    assert.match(role("interval").textContent!, /could not be loaded/);
    role("interval").querySelector("button")!.click();
    await vi.runAllTimersAsync();
    assert.match(role("interval").textContent!, / over 4 models /);
    assert.equal(element.querySelectorAll(".fetched-later").length, 1); // the forest still waits
  });

  it("says hit, flop or cannot tell by the threshold of the chosen error rate", () => {
    const thresholds = [{errorRate: 0.05, threshold: 0.999}, {errorRate: 0.3, threshold: 0.4}]; // prettier-ignore
    const {data, state, role, models, element} = panelWith({thresholds});
    assert.equal(state.now.errorRate, 0.05);
    assert.equal(role("verdict").textContent, "cannot tell");
    const buttons = [...element.querySelectorAll<HTMLButtonElement>(".verdict button")];
    buttons[1].click();
    assert.equal(state.now.errorRate, 0.3);
    assert.deepEqual(buttons.map((button) => button.getAttribute("aria-pressed")), ["false", "true"]); // prettier-ignore
    assert.equal(role("verdict").textContent, models.p("boosted", state.now.x) >= 0.5 ? "hit" : "flop");
    state.set({errorRate: data.thresholds[0].errorRate}); // as a link does
    assert.equal(buttons[0].getAttribute("aria-pressed"), "true");
    assert.match(panelWith({thresholds: []}).role("verdict").textContent!, /There is no verdict: the exam/);
  });

  it("shows a track’s label and unheard number as text, and says when it was changed", () => {
    const {state, role, move} = panelWith();
    assert.equal(role("song").textContent, "");
    const {x} = state.now;
    const song: KnownSong = {track: 0, id: "", title: "<b>Bold</b>", artist: "<img src=x>", hit: true, p: 0.71, x};
    state.set({song});
    assert.equal(role("song").querySelectorAll("b, img").length, 0);
    assert.match(
      role("song").textContent!,
      /^<b>Bold<\/b> by <img src=x>: a hit in this study; 71\u00a0% by a model that had not heard/
    );
    assert.match(role("song").textContent!, /learned from this very track/);
    move(0.123);
    assert.match(role("song").textContent!, /You have changed it since/);
  });

  it("tells listeners one sentence, only when the controls rest", () => {
    const {element, move} = panelWith();
    const spoken = element.querySelector("[role=status]")!;
    vi.advanceTimersByTime(600);
    move(0.9);
    vi.advanceTimersByTime(600);
    assert.equal(spoken.textContent, "");
    vi.advanceTimersByTime(200);
    assert.match(spoken.textContent!, /^.+%, verdict: (hit|flop|cannot tell)$/);
    assert.equal(element.querySelectorAll("[aria-live]").length, 0);
  });

  it("says where a value lies outside what was learned from", () => {
    const {role, move} = panelWith();
    assert.equal(role("outside").textContent, "");
    move(5);
    assert.match(role("outside").textContent!, /^Outside what the models learned from: danceability 5\.00/);
  });
});
