// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import {refitSpread} from "../../lib/reasons/refitSpread.js";
import {treeExplainer} from "../../lib/shap/treeExplainer.js";
import {predictState, type KnownSong} from "../../src/components/predictState.js";
import type {RefitAnswer, RefitTask} from "../../src/components/refitWorker.js";
import {songModels} from "../../src/components/songModels.js";
import {whyPanel} from "../../src/components/whyPanel.js";
import {opened} from "../fixtures/opened.js";
import {predictPageData} from "../fixtures/predictPageData.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

const page = predictPageData();

/** A worker that answers when the test says so. */
class HeldWorker extends EventTarget {
  refits: readonly ReturnType<typeof treeExplainer>[] = [];
  readonly rows: Float32Array[] = [];
  postMessage(task: RefitTask): void {
    if ("refits" in task) this.refits = task.refits.map(treeExplainer);
    else this.rows.push(task.row);
  }
  answer(): void {
    const row = this.rows[this.rows.length - 1];
    const data: RefitAnswer = {phi: this.refits.map((explain) => explain(row).phi)};
    this.dispatchEvent(new MessageEvent("message", {data}));
  }
}

function panelWith() {
  const state = predictState(page.data);
  const models = songModels(page.data, page.trees);
  const worker = new HeldWorker();
  const files = {refits: () => Promise.resolve(page.refits)};
  const startWorker = () => worker as unknown as Worker;
  const element = whyPanel(state, {data: page.data, models, files, startWorker});
  const [why, compare] = [...element.querySelectorAll<HTMLElement>("figure")];
  const button = (name: string) =>
    [...element.querySelectorAll("button")].find(({textContent}) => textContent!.trim() === name)!;
  const move = (changes: Readonly<Record<string, number>>) => {
    const x = state.now.x.slice();
    for (const name in changes) x[page.data.controls.findIndex((control) => control.name === name)] = changes[name];
    state.set({x});
  };
  const margin = (figure: HTMLElement) => [Number(figure.dataset.base), Number(figure.dataset.margin)] as const;
  return {state, models, worker, element, why, compare, button, move, margin};
}

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);
const settled = () => new Promise((resolve) => setTimeout(resolve, 500));
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))));
const cells = (figure: HTMLElement, column: number) =>
  [...opened(figure).querySelectorAll(`td:nth-child(${column})`)].map(({textContent}) => textContent);
const lines = (figure: HTMLElement) =>
  figure.querySelectorAll("[aria-label=rule]:not([stroke-dasharray]) line, g[stroke=currentColor]:not([stroke-dasharray]):not([stroke-opacity]) line").length; // prettier-ignore

beforeEach(() => stubResizeObserver(700));

describe("whyPanel(state, {data, models, files})", () => {
  it("leads from the average to the prediction at once, for every model and in both units", () => {
    const {state, models, why, button, move, margin} = panelWith();
    move({danceability: 0.9});
    for (const [id, label] of [["boosted", "Boosted trees"], ["glassbox", "Glassbox"], ["logistic", "Logistic regression"]] as const) {
      button(label).click();
      assert.equal(state.now.model, id);
      assert.equal(button(label).getAttribute("aria-pressed"), "true");
      button("Log-odds").click();
      near(margin(why)[1], models.margin(id, state.now.x));
      button("Points of probability").click();
      near(margin(why)[1], models.p(id, state.now.x));
      assert.match(why.textContent!, new RegExp(`Exact SHAP values, ${label.toLowerCase()}`));
    }
  }); // prettier-ignore

  it("follows a unit and a model that something else chooses", () => {
    const {state, button} = panelWith();
    state.set({space: "probability", model: "glassbox"});
    assert.equal(button("Points of probability").getAttribute("aria-pressed"), "true");
    assert.equal(button("Boosted trees").getAttribute("aria-pressed"), "false");
  });

  it("draws errors when the refits have answered for this very song, of those asked meanwhile the latest alone", async () => {
    const {state, models, worker, why, move} = panelWith();
    move({danceability: 0.9});
    await settled();
    assert.equal(worker.rows.length, 1);
    assert.equal(lines(why), 0);
    move({danceability: 0.5});
    move({danceability: 0.2});
    worker.answer(); // for a song that is no longer there
    assert.equal(lines(why), 0);
    assert.equal(worker.rows.length, 1);
    await settled();
    assert.deepEqual(worker.rows.slice(1), [state.now.x]);
    worker.answer();
    assert.equal(lines(why), page.data.controls.length);
    const {phi} = models.explain("boosted", state.now.x, "log-odds");
    const again = page.refits.map((trees) => treeExplainer(trees)(state.now.x).phi);
    const {error} = refitSpread(phi, again);
    const shown = cells(why, 4).slice(1, -1).map(Number);
    error.forEach((one, j) => assert.ok(Math.abs(one - shown[j]) <= 1e-3 * one, `${one} ${shown[j]}`));
    state.set({space: "probability"});
    assert.equal(lines(why), 0);
    state.set({space: "log-odds", model: "glassbox"});
    assert.equal(lines(why), 0);
    state.set({model: "boosted"});
    assert.equal(lines(why), page.data.controls.length);
    assert.equal(worker.rows.length, 2);
    move({danceability: 0.7});
    assert.equal(lines(why), 0);
  });

  it("says which share of hits the bars are for where the dial is elsewhere", () => {
    const {state, element} = panelWith();
    const words = element.querySelector("[data-role=why-share]")!;
    assert.equal(words.textContent, "");
    state.set({rate: 0.01});
    assert.match(words.textContent!, /^The bars lead to the probability in the study, .*%, where /);
  });
});

describe("comparePanel(state, {data, models})", () => {
  it("keeps a song as A and leads from its margin to B’s, each bar with both values", async () => {
    const {state, models, compare, button, move, margin} = panelWith();
    assert.equal(compare.parentElement!.hidden, true);
    move({danceability: 0.42});
    button("Keep this song as A").click();
    const a = state.now.x;
    assert.deepEqual(state.now.kept, {name: "My song", x: a});
    move({danceability: 0.81});
    await painted();
    assert.equal(compare.parentElement!.hidden, false);
    near(margin(compare)[0], models.margin("boosted", a));
    near(margin(compare)[1], models.margin("boosted", state.now.x));
    const [values, phi] = [cells(compare, 2).slice(1, -1), cells(compare, 3).slice(1, -1).map((cell) => Number(cell!))]; // prettier-ignore
    assert.equal(values[0], "0.42 → 0.81");
    assert.match(values[1]!, / in both$/);
    const [ofA, ofB] = [a, state.now.x].map((x) => models.explain("boosted", x, "log-odds").phi);
    phi.forEach((one, j) => assert.ok(Math.abs(one - (ofB[j] - ofA[j])) <= 1e-3 * Math.abs(one) + 1e-12));
    button("Points of probability").click();
    await painted();
    near(margin(compare)[0], models.p("boosted", a));
    near(margin(compare)[1], models.p("boosted", state.now.x));
  });

  it("names a track that is unchanged, as text, swaps A and B with their names, and drops A", async () => {
    const {state, compare, button, move} = panelWith();
    const {x} = state.now;
    const song: KnownSong = {track: 3, id: "", title: "<i>Title</i>", artist: "Artist", hit: true, p: null, x};
    state.set({song});
    button("Keep this song as A").click();
    assert.equal(state.now.kept!.name, "“<i>Title</i>” by Artist");
    move({danceability: 0.9});
    const b = state.now.x;
    await painted();
    assert.match(compare.parentElement!.textContent!, /A “<i>Title<\/i>” by Artist, .*B My song, /);
    assert.equal(compare.parentElement!.querySelectorAll("i").length, 0);
    button("Swap A and B").click();
    assert.deepEqual([state.now.kept, state.now.x, state.now.song], [{name: "My song", x: b}, x, song]);
    button("Swap A and B").click();
    assert.deepEqual([state.now.kept!.name, state.now.x], ["“<i>Title</i>” by Artist", b]);
    button("Drop A").click();
    assert.equal(state.now.kept, null);
    assert.equal(compare.parentElement!.hidden, true);
  });
});
