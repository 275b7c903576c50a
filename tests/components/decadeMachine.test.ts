// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import {treeExplainer} from "../../lib/shap/treeExplainer.js";
import {sigmoid} from "../../lib/sigmoid.js";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import {decadeMachine} from "../../src/components/decadeMachine.js";
import {predictState} from "../../src/components/predictState.js";
import {opened} from "../fixtures/opened.js";
import {predictPageData} from "../fixtures/predictPageData.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

const {data, decades} = predictPageData();
const DECADE = data.controls.findIndex(({name}) => name === "decade");
const DANCE = data.controls.findIndex(({name}) => name === "danceability");

beforeEach(() => stubResizeObserver(640));

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5)));

async function machine(parts = {data, decades}) {
  const state = predictState(data);
  const element = decadeMachine(state, parts);
  document.body.replaceChildren(element);
  await painted();
  const text = (selector: string) =>
    element
      .querySelector(selector)!
      .textContent!.replace(/[\s\u00a0]+/g, " ")
      .trim();
  const rows = () => [...element.querySelectorAll<HTMLElement>("tr[data-decade]")];
  const figure = () => element.querySelector<HTMLElement>("figure.chart")!;
  const [from, to] = element.querySelectorAll("select");
  async function choose(select: HTMLSelectElement, place: number) {
    select.selectedIndex = place;
    select.dispatchEvent(new Event("input"));
    await painted();
  }
  return {state, element, text, rows, figure, from, to, choose};
}

describe("decadeMachine(state, {data, decades})", () => {
  it("gives the song's probability by the trees of each decade, with how far to trust it", async () => {
    const {state, rows, text} = await machine();
    assert.equal(rows().length, data.decades.length);
    rows().forEach((row, k) => {
      assert.equal(Number(row.dataset.p), sigmoid(marginOfRow(decades[k], state.now.x)));
      assert.match(row.textContent!.replace(/\s+/g, " "), /\d+ % .*\.800 ?\.700 to \.900 .*40/);
    });
    assert.match(text(".caveat"), /of which 50 % were hits/);
  });

  it("follows the song, and marks its own decade", async () => {
    const {state, rows} = await machine();
    for (const [year, dance] of [[1980, 0.95], [2010, 0.05]] as const) {
      state.set({x: state.now.x.with(DECADE, year).with(DANCE, dance)});
      await painted();
      rows().forEach((row, k) => {
        assert.equal(Number(row.dataset.p), sigmoid(marginOfRow(decades[k], state.now.x)));
        assert.equal(row.classList.contains("own"), data.decades[k].decade === year);
        assert.equal(/its own/.test(row.textContent!), data.decades[k].decade === year);
      });
    }
    state.set({x: state.now.x.with(DECADE, NaN)});
    await painted();
    assert.ok(rows().every((row) => !row.classList.contains("own")));
  }); // prettier-ignore

  it("leads from the one decade's margin to the other's, exactly, by differences of SHAP values", async () => {
    const {state, element, figure, from, to, choose} = await machine();
    for (const [a, b] of [[0, 5], [4, 1]] as const) {
      await choose(to, b);
      await choose(from, a);
      assert.equal(Number(figure().dataset.base).toFixed(9), marginOfRow(decades[a], state.now.x).toFixed(9));
      assert.equal(Number(figure().dataset.margin).toFixed(9), marginOfRow(decades[b], state.now.x).toFixed(9));
      opened(element);
      const [before, after] = [a, b].map((k) => treeExplainer(decades[k])(state.now.x));
      const shown = [...figure().querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent!));
      const of = (label: string) => Number(shown.find(([name]) => name === label)![2].replace("−", "-"));
      assert.ok(Math.abs(of("Danceability") - (after.phi[DANCE] - before.phi[DANCE])) < 1e-3);
      assert.ok(Math.abs(of("Any song") - (after.base - before.base)) < 1e-3);
    }
  }); // prettier-ignore

  it("says both probabilities, and leaves the decade out where it adds nothing", async () => {
    const deaf = decades.map((trees) => ({...trees, feature: trees.feature.map((j) => (j === DECADE ? DANCE : j))}));
    const {figure, element, text, state} = await machine({data, decades: deaf});
    opened(element);
    const labels = [...figure().querySelectorAll("tbody tr")].map((row) => row.children[0].textContent!);
    assert.ok(!labels.includes("Decade") && labels.includes("Tempo"));
    const [p, q] = [0, 5].map((k) => Math.round(100 * sigmoid(marginOfRow(deaf[k], state.now.x))));
    assert.match(text("[data-role=decades]"), new RegExp(`1960s’.*\\b${p} %`));
    if (p !== q) assert.match(text("[data-role=decades]"), new RegExp(`2010s’ ${q} %: the largest part`));
  });

  it("does not let one decade be compared with itself", async () => {
    const {from, to, choose} = await machine();
    const closed = (select: HTMLSelectElement) => [...select.options].map(({disabled}) => disabled);
    assert.deepEqual([from.selectedIndex, to.selectedIndex], [0, 5]);
    assert.deepEqual(closed(from), [false, false, false, false, false, true]);
    await choose(from, 2);
    assert.deepEqual(closed(to), [false, false, true, false, false, false]);
  });

  it("compares nothing where there is one decade, and says so where there is none", async () => {
    const one = await machine({data: {...data, decades: data.decades.slice(0, 1)}, decades: decades.slice(0, 1)});
    assert.equal(one.rows().length, 1);
    assert.ok(one.rows()[0].dataset.p !== undefined && one.element.querySelector("select, figure") === null);
    const none = await machine({data: {...data, decades: []}, decades: []});
    assert.match(none.element.textContent!, /No decade of this study/);
  });
});
