// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import type {ExamResults, ModelResults} from "../../lib/wire/ModelsData.js";
import {confusionPanel} from "../../src/components/confusionPanel.js";
import {modelsState} from "../../src/components/modelsState.js";
import {modelsData} from "../fixtures/modelsData.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(0);

/** 100 tracks, 40 of them hits: boosted calls them by thirds, glassbox is never wrong at 50 %. */
const [{models: fixture}] = modelsData({tracks: 60}).models.exams;
const from = (...steps: [threshold: number, count: number][]) =>
  Array.from({length: 101}, (_, t) => steps.filter(([threshold]) => threshold <= t).at(-1)![1]);
const thresholds = {
  boosted: {tp: from([0, 40], [31, 36], [61, 20], [91, 0]), fp: from([0, 60], [31, 24], [61, 3], [91, 0])},
  glassbox: {tp: from([0, 40], [51, 0]), fp: from([0, 60], [50, 0])}
};
const models = (["glassbox", "boosted"] as const).map((id) => ({
  ...(fixture.find((model) => model.id === id) as ModelResults),
  thresholds: thresholds[id]
}));
const exam: ExamResults = {...modelsData({tracks: 60}).models.exams[0], rows: 100, hits: 40, models};

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();

function panel() {
  const state = modelsState({exams: [exam]});
  const element = confusionPanel(exam, state);
  const outcome = element.querySelector("[aria-live]")!;
  return {
    element,
    state,
    slider: (id: string) => element.querySelector<HTMLInputElement>(`#${id}`)!,
    box: (label: string) => element.querySelector<HTMLInputElement>(`[aria-label^="${label}"]`)!,
    cells: () => [...outcome.querySelectorAll("td.num")].map((cell) => cell.firstChild!.textContent!.trim()),
    perMille: () => [...outcome.querySelectorAll("td small")].map((cell) => cell.textContent),
    words: () => textOf(outcome.querySelector("p")!),
    finding: () => textOf(element.querySelector("figcaption strong")!),
    press: (label: string) => [...element.querySelectorAll("button")].find((button) => textOf(button) === label)!.click(), // prettier-ignore
    enter(input: HTMLInputElement, value: string) {
      input.value = value;
      input.dispatchEvent(new Event("input"));
    }
  };
}

beforeEach(() => history.replaceState(null, "", "/models"));

describe("confusionPanel(exam, state)", () => {
  it("counts hits and flops called hits and flops at 50 % by the boosted trees, where 40 % are hits", () => {
    const {cells, perMille, words} = panel();
    assert.deepEqual(cells(), ["36", "4", "24", "36"]);
    assert.deepEqual(perMille(), ["360 of 1,000", "40 of 1,000", "240 of 1,000", "360 of 1,000"]);
    assert.equal(
      words(),
      "Of 100 songs called hits, 60 would be; 90 of 100 hits would be found. 72 % of all calls would be right; " +
        "calling none a hit, 60 %. Wrong calls would cost as much as 28 false hits in 100 songs; calling none a hit, 40."
    );
  });

  it("follows the slider and the box, which follow each other, and tells the address", () => {
    const {cells, slider, box, enter, words} = panel();
    const threshold = box("Call it a hit");
    enter(slider("threshold"), "61");
    assert.equal(threshold.value, "61");
    assert.deepEqual(cells(), ["20", "20", "3", "57"]);
    enter(threshold, "10");
    assert.equal(slider("threshold").value, "10");
    assert.deepEqual(cells(), ["40", "0", "60", "0"]);
    assert.equal(location.search, "?threshold=10");
    enter(threshold, "95");
    assert.match(words(), /^No song would be called a hit\./);
  });

  it("ignores what is no threshold, and rounds what is typed", () => {
    const {cells, box, enter, state} = panel();
    for (const value of ["150", "-1", ""]) {
      enter(box("Call it a hit"), value);
      assert.deepEqual(cells(), ["36", "4", "24", "36"], value);
    }
    enter(box("Call it a hit"), "60.7");
    assert.equal(state.now.threshold, 61);
  });

  it("weights hits and flops to the base rate assumed", () => {
    const {perMille, words, slider, enter} = panel();
    enter(slider("base"), "10");
    assert.deepEqual(perMille(), ["90 of 1,000", "10 of 1,000", "360 of 1,000", "540 of 1,000"]);
    // odds 1 times (.1/.9) / (.4/.6) = 1/6, that is 14 %; precision .09 / .45; cost 36 + 1
    assert.equal(
      words(),
      "Where 10 % of the songs are hits, this study’s 50 % means 14 %. Of 100 songs called hits, 20 would be; 90 of 100 " +
        "hits would be found. 63 % of all calls would be right; calling none a hit, 90 %. Wrong calls would cost as much as 37 " +
        "false hits in 100 songs; calling none a hit, 10."
    );
  });

  it("counts a missed hit as dear as it is said to be", () => {
    const {words, slider, box, enter, state} = panel();
    enter(box("A missed hit costs"), "5");
    assert.match(words(), /cost as much as 44 false hits in 100 songs; calling none a hit, 200\.$/); // 24 + 5 * 4
    assert.equal(slider("cost").getAttribute("aria-valuetext"), "5 times a false hit");
    enter(slider("cost"), "0.35"); // 2.2387 times
    assert.match(String(state.now.cost), /^2\.\d$/);
    enter(slider("cost"), String(Math.log10(0.05)));
    assert.equal(state.now.cost, 0.05);
    assert.equal(slider("cost").getAttribute("aria-valuetext"), "1/20 of a false hit");
    enter(slider("cost"), slider("cost").max);
    assert.equal(state.now.cost, 20);
  });

  it("puts the line where a measure is best, at these costs", () => {
    const {state, press, finding, enter, box} = panel();
    const chosen = (label: string) => {
      press(label);
      return state.now.threshold;
    };
    assert.equal(chosen("Best accuracy"), 61); // .77, against .72 and .4
    assert.equal(chosen("Best F1"), 50); // .72, against .63
    assert.equal(chosen("Best Youden’s J"), 50); // .9 - .4, against .5 - .05
    assert.equal(chosen("Least cost"), 61);
    assert.equal(finding(), "The line that costs least lies at 61 %");
    enter(box("A missed hit costs"), "20");
    assert.equal(chosen("Least cost"), 30); // 60, against 104
  });

  it("shows the model that is chosen, at the line that is set", () => {
    const {state, cells} = panel();
    state.set({model: "glassbox"});
    assert.deepEqual(cells(), ["40", "0", "0", "60"]);
  });

  it("has no line to draw between one class", () => {
    const element = confusionPanel({...exam, hits: 0}, modelsState({exams: [exam]}));
    assert.equal(textOf(element), "With hits alone, or flops alone, there is no line to draw.");
  });
});
