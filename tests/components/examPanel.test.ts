// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import {examPanel} from "../../src/components/examPanel.js";
import {modelsData} from "../fixtures/modelsData.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(0); // so that nothing is drawn, which is slow here; modelCharts.test.ts draws

const {models} = modelsData({tracks: 240});
const at = (query: string) => history.replaceState(null, "", `/models${query}`);
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const pressed = (panel: Element) => [...panel.querySelectorAll("[aria-pressed=true]")].map(textOf);
const press = (panel: Element, label: string) =>
  [...panel.querySelectorAll("button")].find((button) => textOf(button) === label)!.click();
const titles = (panel: Element) => [...panel.querySelectorAll("figcaption strong")].map(textOf);
const never = () => assert.fail("loaded unasked") as never;
const assertWorded = (panel: Element) =>
  assert.deepEqual(panel.outerHTML.match(/.{0,80}(NaN|undefined|\bnulls?\b|Infinity).{0,20}/g), null);

beforeEach(() => at(""));

describe("examPanel(models, loadErrors)", () => {
  it("shows the first exam and the boosted trees, and names every figure by its finding", () => {
    const panel = examPanel(models, never);
    assert.deepEqual(pressed(panel).slice(0, 2), ["New artists", "Boosted trees"]);
    assert.equal(titles(panel).length, 11);
    assertWorded(panel);
  });

  it("changes every figure with the exam, keeps the model, and tells the address", () => {
    const panel = examPanel(models, never);
    press(panel, "Neural network");
    const before = titles(panel);
    const table = panel.querySelector("table")!.textContent;
    press(panel, "Random split, each track once");
    assert.equal(location.search, "?exam=dedup&model=mlp");
    assert.deepEqual(pressed(panel).slice(0, 2), ["Random split, each track once", "Neural network"]);
    assert.notEqual(panel.querySelector("table")!.textContent, table);
    const after = titles(panel);
    const same = before.filter((title, i) => title === after[i]);
    assert.ok(same.length <= 2, same.join("; "));
  });

  it("is as its address says, and ignores what that cannot mean", () => {
    at("?exam=raw&model=forest&threshold=20&cost=5&base=10&error=20&slice=Voice");
    const panel = examPanel(models, never);
    const expected = ["Random split, duplicates left in", "Random forest", "20 %", "Voice"];
    assert.deepEqual(pressed(panel), expected);
    const values = ["threshold", "base"].map((id) => panel.querySelector<HTMLInputElement>(`#${id}`)!.value);
    assert.deepEqual(values, ["20", "10"]);
    assert.match(textOf(panel.querySelector("output[for=cost]")!), /^5 times a false hit$/);
    at("?exam=<b>&model=memory&threshold=120&cost=0&base=x&error=7&slice=");
    assert.deepEqual(pressed(examPanel(models, never)), ["New artists", "Boosted trees", "10 %", "Decade"]);
  });

  it("starts at the headline exam, with the boosted trees, wherever they stand", () => {
    const turned = [...models.exams].reverse().map((exam) => ({...exam, models: [...exam.models].reverse()}));
    assert.equal(turned[0].id, "memory");
    const panel = examPanel({exams: turned}, never);
    assert.deepEqual(pressed(panel).slice(0, 2), ["New artists", "Boosted trees"]);
    assert.equal(location.search, "");
    const others = turned.filter(({id}) => id !== "artist");
    assert.deepEqual(pressed(examPanel({exams: others}, never)).slice(0, 2), ["Random split, duplicates left in", "Boosted trees"]); // prettier-ignore
  });

  it("shows each decade tested in the forward exams alone", () => {
    const has = (panel: Element) =>
      [...panel.querySelectorAll("h2")].some((h2) => /one decade to the next/.test(textOf(h2)));
    const panel = examPanel(models, never);
    assert.equal(has(panel), false);
    press(panel, "All the past, then the next decade");
    assert.equal(has(panel), true);
    const table = panel.querySelector("[aria-label='Each decade tested']")!;
    assert.equal(table.querySelectorAll("tbody tr").length, 5);
    assert.match(textOf(table), /1970s 1960s .* 2010s 1960s to 2000s /);
    assertWorded(panel);
  });

  it("shows the one model of the memory exam without a choice, and goes back to the one chosen before", () => {
    at("?model=logistic");
    const panel = examPanel(models, never);
    press(panel, "The artist's memory");
    assert.match(textOf(panel.querySelector("h2")!), /^Artist memory ranks /);
    assert.equal([...panel.querySelectorAll("legend")].some((legend) => textOf(legend) === "Model"), false); // prettier-ignore
    assertWorded(panel);
    press(panel, "New artists");
    assert.deepEqual(pressed(panel).slice(0, 2), ["New artists", "Logistic regression"]);
  });
});

describe("examPanel(models, loadErrors) where something is missing", () => {
  it("says why nobody could sit an exam, and draws nothing", () => {
    at("?exam=forward");
    const panel = examPanel(modelsData({tracks: 240, refusedExam: "forward"}).models, never);
    assert.equal(
      textOf(panel.querySelector("h2")!),
      "Nobody could sit this exam: the study tells the decade of no track"
    );
    assert.equal(panel.querySelectorAll("figure, table, svg").length, 0);
    assertWorded(panel);
  });

  it("says why a model could not sit it, and draws the others", () => {
    at("?model=mlp");
    const {exams} = modelsData({tracks: 240, refusedModel: "mlp"}).models;
    const turned = exams.map((exam) => ({...exam, models: [...exam.models].reverse()})); // boosted not last
    const panel = examPanel({exams: turned}, never);
    assert.deepEqual(pressed(panel).slice(0, 2), ["New artists", "Boosted trees"]);
    assert.match(
      textOf(panel.querySelector("tbody")!),
      /Neural network not examined: its package is not installed here$/
    );
    assertWorded(panel);
  });

  it("does without boosted trees", () => {
    const panel = examPanel(modelsData({tracks: 240, refusedModel: "boosted"}).models, never);
    assert.deepEqual(pressed(panel).slice(0, 2), ["New artists", "Neural network"]);
    assert.doesNotMatch(textOf(panel), /Paired tests of each model/);
    assertWorded(panel);
  });

  it("ranks nobody in an exam with flops alone, and draws no empty chart", () => {
    at("?exam=dedup");
    const panel = examPanel(modelsData({tracks: 240, oneClass: "dedup"}).models, never);
    assert.match(textOf(panel.querySelector("h2")!), /^No model can be ranked here/);
    assert.match(textOf(panel), /there is no line to draw/);
    assert.doesNotMatch(titles(panel).join(), /AUC|hit-flop|surest/);
    assertWorded(panel);
  });
});
