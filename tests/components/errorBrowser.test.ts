// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import type {ErrorsData} from "../../lib/wire/ErrorsData.js";
import {errorBrowser} from "../../src/components/errorBrowser.js";
import {modelsState} from "../../src/components/modelsState.js";
import {HOSTILE, modelsData} from "../fixtures/modelsData.js";

const {models, errors} = modelsData({tracks: 240});
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const press = (panel: Element, label: string) =>
  [...panel.querySelectorAll("button")].find((button) => textOf(button) === label)!.click();

/** The browser with its state, and what it shows. */
function browser(load: () => Promise<ErrorsData> = () => Promise.resolve(errors)) {
  const state = modelsState(models);
  const element = errorBrowser(state, load) as HTMLDetailsElement;
  return {
    state,
    element,
    heads: () => [...element.querySelectorAll("th")].map(textOf),
    rows: () => element.querySelectorAll("tbody tr").length,
    percents: () => [...element.querySelectorAll("td:nth-child(4)")].map((cell) => parseInt(textOf(cell).replace(/[<>]/, ""))), // prettier-ignore
    /** Opens it anew, and waits for what that sets off. */
    async open() {
      element.open = false;
      element.open = true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
}

beforeEach(() => history.replaceState(null, "", "/models"));

describe("errorBrowser(state, load)", () => {
  it("loads when it is first opened, and then no more", async () => {
    let loads = 0;
    const {open, rows} = browser(() => Promise.resolve(errors).finally(() => loads++));
    assert.equal(loads, 0);
    await open();
    await open();
    assert.equal(loads, 1);
    assert.equal(rows(), 20);
  });

  it("shows twenty tracks, and more when asked, until there are no more", async () => {
    const {element, open, rows} = browser();
    await open();
    const [, all] = /^20 of (\d+) kept/.exec(textOf(element.querySelector("[role=status]")!))!;
    press(element, "Show more");
    assert.equal(rows(), Math.min(40, Number(all)));
    for (let shown = 40; shown < Number(all); shown += 20) press(element, "Show more");
    assert.equal(rows(), Number(all));
    assert.ok([...element.querySelectorAll("button")].at(-1)!.hidden);
  });

  it("follows the exam and the model: missed hits by rising p, false hits by falling p", async () => {
    const {state, element, open, heads, percents} = browser();
    const hits = new Map(errors.exams[0].tracks.map(({title, hit}) => [title, hit]));
    const labels = () => [...new Set([...element.querySelectorAll("td:first-child")].map((cell) => hits.get(cell.textContent!)))]; // prettier-ignore
    await open();
    state.set({model: "forest"});
    assert.deepEqual(heads().slice(0, 5), ["Title", "Artist", "Decade", "Random forest", "Base rate"]);
    const missed = percents();
    assert.deepEqual(labels(), [true]);
    assert.deepEqual(
      missed,
      [...missed].sort((a, b) => a - b)
    );
    assert.ok(missed.every((percent) => percent <= 50));
    press(element, "False hits");
    const wrong = percents();
    assert.deepEqual(labels(), [false]);
    assert.deepEqual(
      wrong,
      [...wrong].sort((a, b) => b - a)
    );
    assert.ok(wrong.every((percent) => percent >= 50));
    state.set({exam: "memory"});
    assert.deepEqual(heads(), ["Title", "Artist", "Decade", "Artist memory"]);
  });

  it("says so where nobody was examined, and where no call was wrong", async () => {
    const {state, element, open} = browser(() =>
      Promise.resolve({exams: [{id: "artist", models: ["boosted"], tracks: []}]})
    );
    await open();
    assert.match(textOf(element), /No such error by this model among the tracks kept\.$/);
    state.set({exam: "raw"});
    assert.match(textOf(element), /Nobody was examined here\.$/);
  });

  it("shows hostile names as text, and a dash for an unknown decade", async () => {
    const {element, open} = browser();
    await open();
    for (let more = 0; more < 10; more++) press(element, "Show more");
    assert.equal(element.querySelectorAll("script, b").length, 0);
    assert.ok(textOf(element).includes(HOSTILE.title));
    assert.ok(textOf(element).includes(HOSTILE.artist));
    assert.doesNotMatch(element.innerHTML, /NaN|undefined|\bnull/);
  });

  it("says so if the tracks cannot be loaded, and tries again when opened again", async () => {
    const answers: (() => Promise<ErrorsData>)[] = [
      () => Promise.reject(new Error("offline")),
      () => Promise.resolve(errors)
    ];
    const {element, open, rows} = browser(() => answers.shift()!());
    await open();
    assert.match(textOf(element.querySelector("[role=alert]")!), /^The tracks could not be loaded/);
    await open();
    assert.equal(rows(), 20);
  });
});
