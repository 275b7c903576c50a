// @vitest-environment jsdom
import assert from "node:assert/strict";
import {afterEach, beforeAll, describe, it, vi} from "vitest";
import {findChanges} from "../../lib/counterfactuals/findChanges.js";
import type {ChangeTask} from "../../lib/counterfactuals/types.js";
import {sigmoid} from "../../lib/sigmoid.js";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import {counterfactualPanel} from "../../src/components/counterfactualPanel.js";
import type {SearchNews} from "../../src/components/counterfactualWorker.js";
import type {PredictFiles} from "../../src/components/predictFiles.js";
import {predictState, type KnownSong} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData, PREDICT_FEATURES, type PredictPageData} from "../fixtures/predictPageData.js";

const place = (name: string) => PREDICT_FEATURES.indexOf(name);
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const HOSTILE = '<img src=x onerror="alert(1)">';
let made: PredictPageData;
beforeAll(() => {
  made = predictPageData();
});

/** A worker that searches, and tells, when the test says so. */
class HeldWorker extends EventTarget {
  task!: ChangeTask;
  terminated = false;
  search!: ReturnType<typeof findChanges>;
  postMessage(task: ChangeTask): void {
    this.task = task;
    this.search = findChanges(structuredClone(task));
  }
  terminate(): void {
    this.terminated = true;
  }
  tell(data: SearchNews): void {
    if (!this.terminated) this.dispatchEvent(new MessageEvent("message", {data: structuredClone(data)}));
  }
  /** Tells of the search up to its first edit, or to its end. */
  run(until: "edit" | "end"): void {
    for (;;) {
      const step = this.search.next();
      this.tell(step.done ? {end: step.value} : step.value);
      if (step.done || (until === "edit" && "edit" in step.value)) return;
    }
  }
}

function panelWith({hold = false, synthetic = false}: {hold?: boolean; synthetic?: boolean} = {}) {
  const {trees, tracks, search} = made;
  const data = {...made.data, synthetic};
  const workers: HeldWorker[] = [];
  const titles = search.titles.map(() => HOSTILE);
  const files = {
    tracks: vi.fn(() => (hold ? Promise.reject(new Error("offline")) : Promise.resolve(tracks))),
    search: vi.fn(() => Promise.resolve({...search, titles}))
  };
  const state = predictState(data);
  const element = counterfactualPanel(state, {
    data,
    models: songModels(data, trees),
    files: files as unknown as PredictFiles,
    startWorker: () => workers[workers.push(new HeldWorker()) - 1] as unknown as Worker
  });
  document.body.replaceChildren(element);
  const buttonOf = (label: string) =>
    [...element.querySelectorAll("button")].find((button) => button.textContent === label)!;
  return {
    element,
    state,
    files,
    workers,
    start: buttonOf("Find changes"),
    cancel: buttonOf("Cancel"),
    back: buttonOf("Back to the song before"),
    progress: element.querySelector("progress")!,
    status: element.querySelector("[role=status]")!,
    cards: () => [...element.querySelectorAll<HTMLElement>(".edit-card")],
    box: (label: string) => element.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!
  };
}

function type(box: HTMLInputElement | HTMLSelectElement, value: string): void {
  box.value = value;
  box.dispatchEvent(new Event("input"));
}

afterEach(() => vi.restoreAllMocks());

describe("counterfactualPanel(state, {data, models, files})", () => {
  it("says that it is association, not advice, and fetches and starts nothing before it is asked", async () => {
    const {element, files, workers, cancel, back, progress, start} = panelWith();
    await settled();
    assert.match(element.textContent!, /Association, not advice/);
    assert.equal(files.tracks.mock.calls.length + files.search.mock.calls.length + workers.length, 0);
    assert.ok(cancel.hidden && back.hidden && progress.hidden && !start.disabled);
  });

  it("asks the worker about the song and shows each edit in words as it comes", async () => {
    const {state, workers, start, cancel, progress, status, cards} = panelWith();
    start.click();
    const [worker] = workers;
    const {data, trees} = made;
    const {x, target, locked, ranges} = state.now;
    assert.deepEqual(worker.task, {trees, controls: data.controls, x, target, locked, ranges});
    assert.ok(start.disabled && !cancel.hidden && !progress.hidden);
    worker.run("edit");
    assert.equal(cards().length, 1);
    assert.match(status.textContent!, /^Searching … 1 found/);
    worker.tell({done: 0.5});
    assert.equal(progress.value, 0.5);
    worker.run("end");
    assert.ok(worker.terminated && cancel.hidden && progress.hidden && !start.disabled);
    assert.match(
      status.textContent!,
      new RegExp(`^${cards().length} found: with each of them the song reaches 50\u00a0%`)
    );
    const before = Math.round(sigmoid(marginOfRow(trees, x)) * 100);
    assert.match(cards()[0].textContent!, new RegExp(`^\\s*${before}\u00a0% → \\d+\u00a0%`));
    assert.match(
      cards()[0].textContent!,
      /(Danceability|Instrumentalness)\s*0\.\d\d → 0\.\d\d\s*past \d+\u00a0% of the tracks/
    );
  });

  it("tries an edit and goes back, its answers staying; another song takes them away", async () => {
    const {state, workers, start, back, cards, status} = panelWith();
    const original = state.now.x;
    start.click();
    workers[0].run("end");
    const count = cards().length;
    cards()[0].querySelector("button")!.click();
    assert.notEqual(state.now.x, original);
    const p = sigmoid(marginOfRow(made.trees, state.now.x));
    assert.match(cards()[0].querySelector(".edit-p")!.textContent!, new RegExp(`${Math.round(p * 100)}\u00a0%$`));
    assert.notEqual(state.now.x[state.now.touched], original[state.now.touched]);
    assert.equal(cards().length, count);
    assert.ok(!back.hidden);
    back.click();
    assert.equal(state.now.x, original);
    assert.ok(back.hidden);
    assert.equal(cards().length, count);
    state.set({x: original.with(0, 0.1)});
    assert.equal(cards().length, 0);
    assert.match(status.textContent!, /another/);
  });

  it("ends a search when the song, target, locks or ranges change, and when it is cancelled", () => {
    const {state, workers, start, cancel, status, cards} = panelWith();
    const changes = [
      {x: state.now.x.slice()},
      {target: 0.9},
      {locked: state.now.locked.with(0, true)},
      {ranges: state.now.ranges.with(0, [0.1, 0.2] as const)}
    ];
    for (const [i, change] of changes.entries()) {
      start.click();
      workers[i].run("edit");
      state.set(change);
      assert.ok(workers[i].terminated && !start.disabled && cancel.hidden);
      assert.equal(cards().length, 0);
    }
    start.click();
    cancel.click();
    assert.ok(workers[4].terminated);
    assert.equal(status.textContent, "Cancelled.");
    start.click();
    workers[5].run("end");
    assert.match(status.textContent!, /found/);
  });

  it("shows the nearest real songs as text, with links and how near is usual", async () => {
    const {state, workers, start, cards, files} = panelWith();
    const track = 7;
    const x = Float32Array.from(made.tracks.X.columns, (column) => column[track]);
    state.set({x, song: {track} as KnownSong});
    start.click();
    workers[0].run("end");
    await vi.waitFor(() => assert.ok(cards().every((card) => card.querySelectorAll(".nearest li").length === 3)), 5000);
    assert.equal(files.tracks.mock.calls.length, 1);
    // No track is its own nearest: else no distance would be as far as that of a changed song.
    assert.ok(cards().some((card) => !/\s0\s%\s+of\s+100\s+tracks/.test(card.textContent!)));
    for (const card of cards()) {
      assert.equal(card.querySelector("img"), null);
      assert.ok(card.textContent!.includes(HOSTILE));
      assert.match(card.textContent!, /\d\.\d\d standard\s+deviations.*\s+[<>]?\s?\d+\s%\s+of\s+100\s+tracks/s);
      for (const link of card.querySelectorAll("a")) {
        assert.match(link.href, /^https:\/\/open\.spotify\.com\/track\/\d{22}$/);
        assert.ok(!link.href.endsWith(made.tracks.ids[track]), "not the song itself");
        assert.equal(link.rel, "noopener noreferrer");
      }
      assert.match(card.querySelector(".nearest li")!.textContent!, /by\s+Artist \d+, \d{4}s,\s+(hit|flop)/);
    }
  });

  it("calls synthetic tracks synthetic, and real songs real", async () => {
    for (const [synthetic, words] of [
      [true, /Nearest synthetic tracks\./],
      [false, /Nearest real songs\./]
    ] as const) {
      const {workers, start, cards} = panelWith({synthetic});
      start.click();
      workers[0].run("end");
      await vi.waitFor(() => assert.ok(cards().every((card) => words.test(card.textContent!))), 5000);
      assert.ok(cards().length > 0);
    }
  });

  it("goes on where the songs cannot be loaded, and says why a search failed", async () => {
    const {workers, start, cards, status} = panelWith({hold: true});
    start.click();
    workers[0].run("end");
    await settled();
    assert.ok(cards().every((card) => /could not be loaded/.test(card.textContent!)));
    start.click();
    workers[1].dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
    assert.equal(status.textContent, "The search failed: out of memory. You can try again.");
    assert.ok(status.matches(".error") && !start.disabled);
    start.click();
    workers[2].dispatchEvent(new Event("messageerror"));
    assert.match(status.textContent!, /its worker could not run/);
    start.click();
    workers[3].run("end");
    assert.equal(status.matches(".error"), false);
  });

  it("shows the closest where none reaches the target, and what stands in the way", () => {
    const {state, workers, start, status, cards} = panelWith();
    state.set({locked: state.now.locked.map((_, j) => j !== place("liveness")), target: 0.9});
    start.click();
    workers[0].run("end");
    assert.match(
      status.textContent!,
      /^No change of a few features was found that reaches 90\u00a0%\. (The closest comes to|Nothing comes closer)/
    );
    assert.match(
      status.textContent!,
      /It could be reached if .*(danceability|instrumentalness).* might change freely\.$/
    );
    assert.ok(cards().length <= 1);
  });

  it("keeps a target from 1 to 99 percent, and says what cannot be", () => {
    const {state, element, box} = panelWith();
    const typed = box("Target, typed, %");
    const slider = element.querySelector<HTMLInputElement>("#change-target")!;
    type(typed, "70");
    assert.equal(state.now.target, 0.7);
    assert.equal(slider.valueAsNumber, 70);
    for (const wrong of ["0", "100", "-3", ""]) {
      type(typed, wrong);
      assert.equal(state.now.target, 0.7);
      assert.equal(typed.getAttribute("aria-invalid"), "true");
      assert.match(element.querySelector(".change-target .error")!.textContent!, /the target lies from 1 to 99/);
    }
    type(slider, "30");
    assert.equal(state.now.target, 0.3);
    assert.equal(typed.value, "30");
    assert.equal(typed.getAttribute("aria-invalid"), "false");
  });

  it("locks features and keeps ranges in the state, in musician's units", () => {
    const {state, element, box} = panelWith();
    const duration = place("duration_ms");
    const energy = place("energy");
    const lock = element.querySelector<HTMLInputElement>('[role=group][aria-label="Energy"] [type=checkbox]')!;
    assert.ok(element.querySelector<HTMLInputElement>('[aria-label="Decade"] [type=checkbox]')!.checked);
    lock.click();
    assert.equal(state.now.locked[energy], true);
    assert.match(element.querySelector("summary")!.textContent!, /14 of 16 features, none in a range/);
    type(box("Duration to, s"), "200");
    const {low} = made.data.controls[duration];
    const message = () => element.querySelector('[aria-label="Duration"] .error:not([hidden])')?.textContent;
    assert.deepEqual(state.now.ranges[duration], [low, 200_000]);
    type(box("Duration from, s"), "300");
    assert.match(message()!, /from 5:00 to 3:20 is no range/);
    type(box("Duration from, s"), "20000");
    assert.match(message()!, /Duration lies from 0.001 to 14400/);
    assert.deepEqual(state.now.ranges[duration], [low, 200_000]);
    type(box("Duration from, s"), "100");
    assert.deepEqual(state.now.ranges[duration], [100_000, 200_000]);
    assert.equal(message(), undefined);
    type(box("Duration from, s"), "");
    assert.deepEqual(state.now.ranges[duration], [low, 200_000]);
    type(box("Duration to, s"), "");
    assert.equal(state.now.ranges[duration], null);
    const key = element.querySelector<HTMLSelectElement>('select[aria-label="Key to"]')!;
    assert.equal(key.options[1].textContent, "C");
    type(key, "4");
    assert.deepEqual(state.now.ranges[place("key")], [0, 4]);
    state.set({ranges: state.now.ranges.map(() => null), locked: state.now.locked.map(() => false)});
    assert.equal(key.value, "NaN");
    assert.equal(lock.checked, false);
  });
});
