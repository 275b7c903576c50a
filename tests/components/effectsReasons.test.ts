// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ModelReasons} from "../../lib/wire/ExplainData.js";
import {qualityTable} from "../../src/components/qualityTable.js";
import {reasonsAgreementChart} from "../../src/components/reasonsAgreementChart.js";
import {reasonsDecadeChart} from "../../src/components/reasonsDecadeChart.js";
import {explained, reasons} from "../fixtures/explained.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(280);

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const titleOf = (figure: Element) => textOf(figure.querySelector("figcaption strong")!);
const rowsOf = (element: Element) =>
  [...opened(element).querySelectorAll("tbody tr")].map((row) => [...row.children].map(textOf));

/** Fails unless something is drawn that fits a phone, named for a screen reader, and without a number gone wrong. */
function assertDrawn(figure: HTMLElement): void {
  const drawings = [...figure.querySelectorAll(".plot-area svg")];
  assert.ok(drawings.length > 0);
  for (const svg of drawings) {
    assert.equal(svg.getAttribute("width"), "280");
    assert.ok(svg.closest("[role=img]")!.getAttribute("aria-label")!.replace(/\s/g, " ").startsWith(titleOf(figure)));
  }
  assert.deepEqual(figure.outerHTML.match(/.{0,80}(NaN|undefined|\bnulls?\b|Infinity).{0,20}/g), null);
}

describe("reasonsDecadeChart(explain, model)", () => {
  const features = ["energy", "decade", "tempo"];
  const estimate = (value: number) => ({value, low: value - 0.05, high: value + 0.05});
  const decade = (first: number, values: number[], direction: number[]) => ({
    decade: first,
    tracks: first - 1900,
    meanAbsPhi: values.map(estimate),
    direction
  });
  const byDecade = [decade(1960, [0.2, 0.1, 0.5], [0.5, 0, 0.4]), decade(1970, [0.3, 2, 0.45], [0.02, 0, -0.4]), decade(2010, [0.35, 3, 0.44], [0.6, 0, -0.3])]; // prettier-ignore
  const draw = (model: Partial<ModelReasons>, id: "boosted" | "forest" = "boosted") =>
    reasonsDecadeChart(
      explained(features, [reasons(id, {energy: 0.3, tempo: 0.5, decade: 1}, {}, {byDecade, ...model})], {decades: [1960, 1970, 2010]}), // prettier-ignore
      id
    );

  it("says which feature changed most beyond its intervals, the decade itself aside", () => {
    const chart = draw({});
    assertDrawn(chart);
    assert.equal(titleOf(chart), "Boosted trees: energy weighs more in the 2010s (0.35 log-odds) than in the 1960s (0.20 log-odds)"); // prettier-ignore
    assert.match(textOf(chart), /with 95 % intervals from refits\..*The direction of tempo turns over in the 1970s\./);
    assert.equal(titleOf(draw({byDecade: [...byDecade].reverse()})).includes("energy weighs less"), true);
  });

  it("draws a panel a feature, a triangle up or down a clear direction, and says where it turned", () => {
    const panels = [...draw({}).querySelectorAll(".small-multiples > div")];
    assert.deepEqual(panels.map((panel) => textOf(panel.querySelector("p")!)), ["Energy", "Tempo turns over in the 1970s"]); // prettier-ignore
    const [energy, tempo] = panels.map((panel) => panel.querySelectorAll("circle, path[transform*=rotate]").length);
    assert.equal(energy, 1); // unclear in the 1970s
    assert.equal(tempo, 2); // turned triangles
  });

  it("tabulates every decade of every feature but the decade, in the unit shown", () => {
    assert.deepEqual(rowsOf(draw({}))[0], ["Energy", "1960s", "0.2", "0.15", "0.25", "0.5", "60"]);
    assert.equal(rowsOf(draw({})).length, 6);
    const forest = draw({}, "forest");
    assert.deepEqual(rowsOf(forest)[0].slice(0, 5), ["Energy", "1960s", "20", "15", "25"]);
    assert.match(titleOf(forest), /\(35\.0 points\) than/);
  });

  it("claims no change within intervals, and no certainty without refits", () => {
    const steady = byDecade.map((one) => ({...one, meanAbsPhi: [0.3, 0.1, 0.5].map(estimate)}));
    assert.equal(titleOf(draw({byDecade: steady})), "Boosted trees: no feature’s weight changes beyond its interval between the 1960s and the 2010s"); // prettier-ignore
    const bare = byDecade.map((one) => ({...one, meanAbsPhi: one.meanAbsPhi.map(({value}) => ({value, low: value, high: value}))})); // prettier-ignore
    const chart = draw({byDecade: bare, refits: 0});
    assertDrawn(chart);
    assert.match(titleOf(chart), /energy changes most, from 0\.20 log-odds .* how surely is not known$/);
    assert.doesNotMatch(textOf(chart), /intervals/);
    assert.deepEqual(rowsOf(chart)[0].slice(3, 5), ["–", "–"]);
    const same = draw({byDecade: bare.map((one) => ({...one, meanAbsPhi: bare[0].meanAbsPhi})), refits: 0});
    assert.match(titleOf(same), /no feature’s weight changes between the 1960s/);
    assert.match(textOf(draw({byDecade: byDecade.map((one) => ({...one, direction: [0, 0, 0]}))})), /No direction turns over/); // prettier-ignore
  });

  it("shows eight features at most, the changed one first", () => {
    const names = ["energy", "tempo", "key", "mode", "loudness", "valence", "liveness", "sections", "speechiness"];
    const at = (first: number, rise: number) =>
      decade(first, names.map((_, j) => (j === 8 ? rise : 1)), names.map(() => 0)); // prettier-ignore
    const model = reasons("mlp", {}, {}, {byDecade: [at(1960, 0.1), at(1970, 0.5)]});
    const chart = reasonsDecadeChart(explained(names, [model], {decades: [1960, 1970]}), "mlp");
    const shown = [...chart.querySelectorAll(".small-multiples > div > p")].map(textOf);
    assert.equal(shown.length, 8);
    assert.equal(shown[0], "Speechiness");
    assert.match(textOf(chart), /Drawn are 8 of 9 features; the table has all\./);
    assert.equal(rowsOf(chart).length, 18);
  });

  it("says so of one decade, none, all at 0, and a model that is missing", () => {
    const of = (decades: number[], models: ModelReasons[]) => reasonsDecadeChart(explained(features, models, {decades}), "mlp"); // prettier-ignore
    const one = reasons("mlp", {}, {}, {byDecade: byDecade.slice(0, 1)});
    assert.match(textOf(of([1960], [one])), /^All explained tracks are of the 1960s/);
    assert.match(textOf(of([], [reasons("mlp", {})])), /^The decade of these tracks is not known/);
    assert.match(textOf(of([1960, 1970], [])), /^Neural network could not be fitted here/);
    const nothing = byDecade.map((of) => ({...of, meanAbsPhi: of.meanAbsPhi.map(() => ({value: 0, low: 0, high: 0}))}));
    assertDrawn(draw({byDecade: nothing}));
  });
});

describe("reasonsAgreementChart(explain)", () => {
  const features = ["energy", "tempo", "key", "mode", "valence", "liveness"];
  const on = (first: string) => ({
    ...Object.fromEntries(features.map((name, j) => [name, 0.1 + j / 100])),
    [first]: 0.9
  });
  const draw = (...models: ModelReasons[]) => reasonsAgreementChart(explained(features, models));

  it("says that all models put one feature first, and shows their shares", () => {
    const chart = draw(reasons("logistic", on("tempo")), reasons("forest", on("tempo")), reasons("boosted", on("tempo"))); // prettier-ignore
    assertDrawn(chart);
    assert.equal(titleOf(chart), "All three models put tempo first");
    const [first] = rowsOf(chart);
    assert.deepEqual(first, ["Tempo", "0.5844", "0.5844", "0.5844"]); // 0.9 / 1.54
    assert.deepEqual(rowsOf(chart).slice(-3).map((row) => row.slice(0, 3)), [
      ["Logistic regression", "Random forest", "1"],
      ["Logistic regression", "Boosted trees", "1"],
      ["Random forest", "Boosted trees", "1"]
    ]); // prettier-ignore
    assert.equal(titleOf(draw(reasons("mlp", on("key")), reasons("boosted", on("key")))), "Both models put key first");
  });

  it("says who puts another feature first", () => {
    const most = draw(reasons("logistic", on("key")), reasons("mlp", on("tempo")), reasons("boosted", on("tempo")));
    assert.equal(titleOf(most), "Two of three models put tempo first; the logistic regression puts key first");
    const each = draw(reasons("logistic", on("key")), reasons("boosted", on("tempo")));
    assert.equal(titleOf(each), "Every model puts another feature first: the logistic regression key, the boosted trees tempo"); // prettier-ignore
    assert.match(
      textOf(each),
      /the logistic regression and the boosted trees \([−\d.]+\) rank the features so much alike\./
    );
    const three = draw(reasons("logistic", on("key")), reasons("mlp", on("tempo")), reasons("boosted", on("tempo")));
    assert.match(textOf(three), /the neural network and the boosted trees \(1\.00\) rank the features most alike, the logistic regression and the (neural network|boosted trees) \(.*\) least/); // prettier-ignore
  });

  it("names every model's symbol once, in the free corner or below where there is none", () => {
    for (const [width, models] of [
      [760, 3],
      [280, 3],
      [760, 5]
    ] as const) {
      stubResizeObserver(width);
      const ids = (["logistic", "glassbox", "forest", "mlp", "boosted"] as const).slice(0, models);
      const chart = draw(...ids.map((id) => reasons(id, on("energy"))));
      const names = [...chart.querySelectorAll(".plot-area svg text")].map(textOf);
      for (const name of ["Logistic regression", "Glassbox", "Random forest"]) {
        assert.equal(names.filter((text) => text === name).length, 1, `${width} ${names}`);
      }
      const height = Number(chart.querySelector(".plot-area svg")!.getAttribute("height"));
      assert.equal(height, 44 + 24 * (6 + (width === 280 ? models : 0)));
    }
    stubResizeObserver(280);
  });

  it("compares nothing where fewer than two models lean on anything", () => {
    assert.match(textOf(draw()), /^No model leans on any feature here/);
    assert.match(textOf(draw(reasons("mlp", on("key")), reasons("boosted", {}))), /^Only the neural network leans on features here/); // prettier-ignore
    const tied = Object.fromEntries(features.map((name) => [name, 1]));
    const even = draw(reasons("mlp", tied), reasons("boosted", tied));
    assertDrawn(even);
    assert.match(textOf(even), /The features cannot be ranked by importance\./);
    assert.deepEqual(rowsOf(even).at(-1), ["Neural network", "Boosted trees", "–", "–"]);
  });
});

describe("qualityTable(explain)", () => {
  it("gives each model's measures, with a sentence on each", () => {
    const quality = {
      compacity: 4.5,
      compacityHigh: 7,
      topFiveShare: 0.9123,
      neighbourStability: -0.05,
      refitStability: null
    };
    const table = qualityTable({models: [reasons("logistic", {}), reasons("mlp", {}, {}, {quality})]});
    assert.deepEqual(rowsOf(table), [
      ["Logistic regression", "39 in 10: 5", "87.5 %", ".700", ".900"],
      ["Neural network", "4.59 in 10: 7", "91.2 %", "−.050", "–"]
    ]);
    const heads = [...table.querySelectorAll("thead th")].map(textOf).slice(1);
    const sentences = [...table.querySelectorAll("li")];
    assert.deepEqual(sentences.map((li) => textOf(li.querySelector("strong")!)), heads.map((head) => `${head}.`)); // prettier-ignore
    assert.doesNotMatch(table.outerHTML, /NaN|undefined|\bnulls?\b/);
  });

  it("says so where no model could be fitted", () => {
    assert.match(textOf(qualityTable({models: []})), /^No model could be fitted here/);
  });
});
