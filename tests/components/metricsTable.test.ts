// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ModelResults} from "../../lib/wire/ModelsData.js";
import {confusionPanel} from "../../src/components/confusionPanel.js";
import {metricsTable} from "../../src/components/metricsTable.js";
import {evaluated} from "../fixtures/evaluated.js";
import {handmadeStudy} from "../fixtures/handmadeStudy.js";

const study = handmadeStudy(40);
const results = async (id: ModelResults["id"], pOf: (row: number) => number): Promise<ModelResults> => ({
  id,
  ...(await evaluated(study, pOf))
});
const majority = await results("majority", () => 0.49);
const boosted = await results("boosted", (row) => (row % 2 === 1 ? 0.85 : row < 10 ? 0.6 : 0.15));
const exam = {id: "artist", title: "New artists", sentence: "", rows: 40, hits: 20, models: [majority, boosted]};

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();

describe("metricsTable(models)", () => {
  const rows = [...metricsTable([majority, boosted]).querySelectorAll("tbody tr")];

  it("has a row a model and a cell a measure, with its interval", () => {
    assert.deepEqual(
      rows.map((row) => row.querySelector("th")!.textContent),
      ["Base rate", "Boosted trees"]
    );
    const cells = [...rows[1].querySelectorAll("td")].map(textOf);
    assert.equal(cells.length, 9);
    assert.match(cells[0], /^1\.0001\.000 to 1\.000$/);
    assert.match(cells[1], /^\.875\.\d{3} to (\.\d{3}|1\.000)$/);
  });

  it("shows a dash for a measure that is undefined", () => {
    const cells = [...rows[0].querySelectorAll("td")].map(textOf);
    assert.equal(cells[3], "–"); // precision of a model that calls nothing a hit
    assert.equal(rows[0].querySelectorAll("[title='undefined here']").length, 1);
    assert.doesNotMatch(cells.join(), /null|NaN/);
  });
});

describe("confusionPanel(exam)", () => {
  function panel() {
    const element = confusionPanel(exam);
    const inputs = [...element.querySelectorAll("input")];
    return {
      element,
      inputs,
      cells: () => [...element.querySelectorAll("tbody td")].map((cell) => cell.firstChild!.textContent),
      words: () => textOf(element.querySelector("p")!),
      enter(input: HTMLInputElement, value: string) {
        input.value = value;
        input.dispatchEvent(new Event("input"));
      }
    };
  }

  it("counts hits and flops called hits and flops at 50 % by the boosted trees", () => {
    const {cells, words} = panel();
    assert.deepEqual(cells(), ["20", "0", "5", "15"]);
    assert.equal(
      words(),
      "At 50\u00a0% the model is right on 88\u00a0% of the tracks. Of its 25 calls, 80\u00a0% are hits, which is 100\u00a0% of all hits.".replace(/\u00a0/g, " ") // prettier-ignore
    );
  });

  it("follows the slider and the box, which follow each other", () => {
    const {cells, inputs, words, enter} = panel();
    const [slider, box] = inputs;
    enter(slider, "0.61");
    assert.equal(box.value, "0.61");
    assert.deepEqual(cells(), ["20", "0", "0", "20"]);
    enter(box, "0.1");
    assert.equal(slider.value, "0.1");
    assert.deepEqual(cells(), ["20", "0", "20", "0"]);
    enter(box, "0.9");
    assert.match(words(), /It calls nothing a hit\.$/);
  });

  it("ignores what is no threshold", () => {
    const {cells, inputs, enter} = panel();
    for (const value of ["1.5", "-1", ""]) {
      enter(inputs[1], value);
      assert.deepEqual(cells(), ["20", "0", "5", "15"], value);
    }
  });

  it("shows the model that is chosen, at the threshold that is set", () => {
    const {element, cells, inputs, enter} = panel();
    enter(inputs[0], "0.4");
    [...element.querySelectorAll("button")].find((button) => textOf(button) === "Base rate")!.click();
    assert.deepEqual(cells(), ["20", "0", "20", "0"]);
  });
});
