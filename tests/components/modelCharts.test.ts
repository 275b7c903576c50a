// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {thresholdScores} from "../../lib/metrics/thresholdScores.js";
import {examined} from "../../lib/wire/examined.js";
import type {ExamResults, ModelResults} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {agreementChart} from "../../src/components/agreementChart.js";
import {aucChart} from "../../src/components/aucChart.js";
import {calibrationChart} from "../../src/components/calibrationChart.js";
import {costChart} from "../../src/components/costChart.js";
import {coverageChart} from "../../src/components/coverageChart.js";
import {curveTable} from "../../src/components/curveTable.js";
import {featureSetTable} from "../../src/components/featureSetTable.js";
import {fitNotes} from "../../src/components/fitNotes.js";
import {instrumentalnessPanel} from "../../src/components/instrumentalnessPanel.js";
import {intervalPlot} from "../../src/components/intervalPlot.js";
import {partsChart} from "../../src/components/partsChart.js";
import {rankingCharts} from "../../src/components/rankingCharts.js";
import {sliceAucChart} from "../../src/components/sliceAucChart.js";
import {sliceShareChart} from "../../src/components/sliceShareChart.js";
import {verdictChart} from "../../src/components/verdictChart.js";
import {modelsData} from "../fixtures/modelsData.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(640);

const {models: page} = modelsData({tracks: 240, refusedModel: "sampledForest"});
const [artist, forward, previous] = page.exams;
const models = examined(artist);
const boosted = models.find(({id}) => id === "boosted")!;
const none = {value: null, low: null, high: null};
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const titleOf = (figure: Element) => textOf(figure.querySelector("figcaption strong")!);
const texts = (figure: Element) => [...figure.querySelectorAll(".plot-area svg text")].map((text) => text.textContent);
const withAuc = (value: number, model: ModelResults) => ({
  ...model,
  metrics: {...model.metrics, auc: {value, low: value - 0.01, high: value + 0.01}}
});

/** Fails unless something is drawn, named for a screen reader, and without a number gone wrong. */
function assertDrawn(figure: HTMLElement): void {
  const svg = figure.querySelector(".plot-area svg");
  assert.ok(svg && svg.querySelectorAll("path, rect, circle, line").length > 2, titleOf(figure));
  assert.ok(svg.closest("[role=img]")!.getAttribute("aria-label")!.replace(/\s/g, " ").startsWith(titleOf(figure)));
  assert.deepEqual(figure.outerHTML.match(/.{0,80}(NaN|undefined|\bnulls?\b|Infinity).{0,20}/g), null);
}

describe("aucChart(models, chosen)", () => {
  it("ranks the models, the chosen one in bold, the base rate left out", () => {
    const ids: PredictorId[] = ["majority", "logistic", "mlp", "boosted"];
    const chart = aucChart(ids.map((id, k) => withAuc(0.5 + k / 10, models.find((model) => model.id === id)!)), "mlp")!; // prettier-ignore
    assertDrawn(chart);
    assert.equal(titleOf(chart), "AUC from .600 to .800 by the choice of the model");
    assert.deepEqual(
      [...opened(chart).querySelectorAll("tbody td:first-child")].map(textOf),
      ["Boosted trees", "Neural network", "Logistic regression"] // prettier-ignore
    );
    const bold = [...chart.querySelectorAll("svg [font-weight='700']")].map(textOf);
    assert.deepEqual(bold, ["Neural network"]);
    assert.equal(titleOf(aucChart([withAuc(0.981, boosted)], "boosted")!), "Boosted trees: AUC .981");
    assert.equal(aucChart([{...boosted, metrics: {...boosted.metrics, auc: none}}], "boosted"), null);
  });
});

describe("rankingCharts(exam, models, chosen)", () => {
  const curve = (y: number[]) => ({x: y.map((_, i) => i / (y.length - 1)), y});
  const known = {
    ...withAuc(0.75, boosted),
    roc: curve([0, 0.75, 1]),
    precisionRecall: curve([1, 0.84, 0.5]),
    lift: {x: [0.05, 0.1, 1], y: [2, 1.9, 1]}
  };

  it("says of the chosen model what each curve finds, and names every line", () => {
    const charts = rankingCharts(artist, [...models.filter(({id}) => id !== "boosted"), known], known);
    for (const chart of charts) assertDrawn(chart);
    assert.deepEqual(charts.map(titleOf), [
      "Boosted trees: 75.0 % of hit-flop pairs ranked right",
      "Of the surest calls that find half of the hits, 84 % are hits",
      "The surest tenth of the tracks holds 1.9 times as many hits as any tenth"
    ]);
    for (const chart of charts) {
      const names = texts(chart).filter((text) => /[a-z]{3}/.test(text!) && !/[→↑]/.test(text!));
      assert.deepEqual(names.slice(0, 5).sort(), ["Boosted trees", "Glassbox", "Logistic regression", "Neural network", "Random forest"]); // prettier-ignore
    }
    const [roc] = charts;
    const strong = [...roc.querySelectorAll("svg [stroke-width='2.75']")];
    assert.equal(strong.length, 2); // its line, and the line in the key
  });

  it("leaves out a curve that is not defined", () => {
    const nothing = {x: [], y: []};
    const empty = {...known, roc: nothing, lift: nothing};
    assert.deepEqual(rankingCharts(artist, [empty], empty).map(titleOf), ["Of the surest calls that find half of the hits, 84 % are hits"]); // prettier-ignore
  });
});

it("curveTable(x, curves) reads curves off every 5 %, on straight lines, not before their start", () => {
  const {columns, rows} = curveTable("Recall", [
    {name: "a", curve: {x: [0, 0, 1], y: [0, 0.5, 1]}},
    {name: "b", curve: {x: [0.12, 0.5], y: [1, 0.62]}}
  ]);
  assert.deepEqual(columns, ["Recall", "a", "b"]);
  assert.equal(rows.length, 21);
  assert.deepEqual(rows[0], [0, 0.5, null]);
  assert.deepEqual(
    rows[6].map((value) => Number(Number(value).toFixed(6))), // prettier-ignore
    [0.3, 0.65, 0.82]
  );
  assert.deepEqual(rows[20], [1, 1, 0.62]);
});

it("calibrationChart(model) shows the probabilities before and after recalibration, or before alone", () => {
  const ece = (value: number) => ({value, low: 0, high: value + 0.01});
  const [platt, isotonic] = boosted.recalibrated;
  const recalibrated = [{...platt, ece: ece(0.009)}, {...isotonic, ece: ece(0.005)}]; // prettier-ignore
  const chart = calibrationChart({...boosted, metrics: {...boosted.metrics, ece: ece(0.0484)}, recalibrated});
  assertDrawn(chart);
  assert.equal(titleOf(chart), "Boosted trees: probabilities off by 4.8 points, after recalibration by 0.9 or 0.5");
  assert.ok(texts(chart).some((text) => text!.includes("After isotonic regression")));
  const alone = calibrationChart({...boosted, recalibrated: []});
  assertDrawn(alone);
  assert.doesNotMatch(titleOf(alone), /after/);
});

it("costChart(scores, choice) marks the line chosen and the one that costs least", () => {
  const scores = thresholdScores(boosted.thresholds, {baseRate: 0.1, missedHitCost: 5});
  const costs = scores.map(({costPer100}) => costPer100!);
  const chart = costChart(scores, {threshold: 99, cost: 5, base: 10});
  assertDrawn(chart);
  const least = Number(/lies at (\d+)/.exec(titleOf(chart))![1]);
  assert.equal(costs[least], Math.min(...costs));
  assert.deepEqual(texts(chart).slice(-2), ["chosen", "least"]);
  assert.deepEqual(texts(costChart(scores, {threshold: least, cost: 5, base: 10})).slice(-1), ["least"]);
});

describe("verdictChart and coverageChart", () => {
  const verdicts = models.map(({id, conformal}) => ({id, ...conformal[1]}));
  const chosen = {...verdicts.find(({id}) => id === "boosted")!, hit: 0.3, flop: 0.32, unsure: 0.38, accuracy: 0.91};

  it("verdictChart(verdicts, chosen) says on how many tracks it decides, and how often right", () => {
    const chart = verdictChart([...verdicts.filter(({id}) => id !== "boosted"), chosen], chosen);
    assertDrawn(chart);
    assert.equal(titleOf(chart), "Boosted trees: a verdict on 62 % of the tracks, the rest left open");
    assert.match(textOf(chart), /Of those decided, 91 % are right\./);
    const fills = new Set([...chart.querySelectorAll("svg rect")].map((rect) => rect.getAttribute("fill")));
    assert.deepEqual([...fills].sort(), ["var(--flop)", "var(--hit)", "var(--theme-foreground-faintest)"]);
    const undecided = {...chosen, hit: 0, flop: 0, unsure: 1, accuracy: null};
    assert.doesNotMatch(textOf(verdictChart([undecided], undecided)), /are right/);
  });

  it("coverageChart(verdicts) names the decades that break the promise", () => {
    const estimate = (value: number) => ({value, low: value - 0.02, high: value + 0.02});
    const byDecade = [
      {decade: 1960, rows: 1_200, unsure: 0, coverage: estimate(0.87)},
      {decade: 1970, rows: 50, unsure: 0, coverage: estimate(0.89)},
      {decade: 2010, rows: 60, unsure: 0, coverage: estimate(0.8)}
    ];
    const chart = coverageChart({...chosen, errorRate: 0.1, coverage: estimate(0.904), byDecade});
    assertDrawn(chart);
    assert.equal(titleOf(chart), "90 % promised, 90.4 % measured, less in the 1960s and 2010s");
    assert.ok(texts(chart).includes("1,200 tracks"));
    const kept = coverageChart({...chosen, errorRate: 0.1, coverage: estimate(0.904), byDecade: byDecade.slice(1, 2)});
    assert.equal(titleOf(kept), "90 % promised, 90.4 % measured");
    assert.match(textOf(coverageChart({...chosen, coverage: none, byDecade: []})), /^No track could be judged/);
  });
});

describe("sliceAucChart and sliceShareChart", () => {
  const slice = (label: string, auc: number | null, hits: number, meanP: number) => ({
    by: "Voice",
    label,
    rows: 100,
    hits,
    auc: auc === null ? none : {value: auc, low: auc - 0.1, high: auc + 0.1},
    accuracy: 0.8,
    meanP
  });
  const slices = [slice("vocal", 0.9, 60, 0.55), slice("instrumental", 0.7, 5, 0.25), slice("unknown", null, 0, 0.1)];

  it("say where ranking is easy and hard, and where the promise is off", () => {
    const auc = sliceAucChart("boosted", "Voice", slices, 0.88);
    assertDrawn(auc);
    assert.equal(titleOf(auc), "Boosted trees: easiest vocal (.900), hardest instrumental (.700)");
    assert.ok(texts(auc).includes("not defined here"));
    const share = sliceShareChart("boosted", "Voice", slices);
    assertDrawn(share);
    assert.equal(titleOf(share), "Promised and real are farthest apart at instrumental, by 20.0 points");
  });

  it("say so where nothing can be said", () => {
    assert.match(textOf(sliceAucChart("boosted", "Voice", slices.slice(2), null)), /^No part by voice holds both/);
    assert.match(textOf(sliceShareChart("boosted", "Voice", [])), /^No part by voice holds a track\.$/);
    assert.equal(titleOf(sliceAucChart("boosted", "Voice", slices.slice(0, 1), 0.9)), "Boosted trees: vocal (.900)");
  });
});

describe("partsChart(exams, shown, id)", () => {
  it("draws both ways of learning from the past, the exam shown strong", () => {
    const chart = partsChart(page.exams, forward, "boosted")!;
    assertDrawn(chart);
    assert.deepEqual(texts(chart).slice(-2), ["this exam", "the other"]);
    assert.equal(opened(chart).querySelectorAll("tbody tr").length, 10);
    const aucs = boostedParts(forward).map(({metrics}) => metrics.auc.value!);
    const shown = titleOf(chart)
      .match(/\.\d{3}/g)!
      .map(Number);
    assert.deepEqual(
      shown,
      [Math.min(...aucs), Math.max(...aucs)].map((auc) => Number(auc.toFixed(3)))
    );
    assert.notEqual(titleOf(partsChart(page.exams, previous, "boosted")!), titleOf(chart));
  });

  it("draws one way where the other was not held, and nothing where no decade can be ranked", () => {
    const refused: ExamResults = {...previous, models: [], refusal: "no"};
    assertDrawn(partsChart([forward, refused], forward, "boosted")!);
    assert.equal(partsChart([forward], {...forward}, "memory"), null);
  });

  const boostedParts = (exam: ExamResults) => examined(exam).find(({id}) => id === "boosted")!.parts;
});

it("agreementChart(agreement) names the pair most alike, and says nothing of one model", () => {
  const agreement = {
    models: ["majority", "logistic", "mlp", "boosted"] as const,
    correlation: [
      [null, null, null, null],
      [null, 1, 0.7, 0.8],
      [null, 0.7, 1, 0.95],
      [null, 0.8, 0.95, 1]
    ],
    sameCall: [
      [1, 0.5, 0.5, 0.5],
      [0.5, 1, 0.75, 0.8],
      [0.5, 0.75, 1, 0.9],
      [0.5, 0.8, 0.9, 1]
    ]
  };
  const chart = agreementChart(agreement)!;
  assertDrawn(chart);
  assert.equal(titleOf(chart), "Neural network and boosted trees judge most alike, at a correlation of 0.95");
  assert.deepEqual(texts(chart).slice(-6), [".70", ".80", ".95", "75\u00a0%", "80\u00a0%", "90\u00a0%"]);
  assert.equal(agreementChart({models: ["majority", "boosted"], correlation: [], sameCall: []}), null);
  const constant = agreement.correlation.map((row) => row.map(() => null));
  const flat = agreementChart({...agreement, correlation: constant})!;
  assertDrawn(flat);
  assert.equal(titleOf(flat), "No two models vary together here");
});

it("intervalPlot(rows, options) says of a row without a value that it has none", () => {
  const format = (value: number) => value.toFixed(1);
  const rows = [{label: "a", estimate: {value: 2, low: 1, high: 3}}, {label: "b", estimate: none}]; // prettier-ignore
  const said = (svg: Element) => [...svg.querySelectorAll("text")].map((text) => text.textContent);
  const some = said(intervalPlot(rows, {width: 400, x: "Unit", format}));
  for (const text of ["a", "b", "2.0", "not defined here"]) assert.ok(some.includes(text), text);
  const svg = intervalPlot(rows.slice(1), {width: 400, x: "Unit", format});
  assert.ok(said(svg).includes("not defined here"));
  assert.doesNotMatch(svg.outerHTML, /NaN|Infinity/);
});

it("featureSetTable(results) has a row a model, dashes where one was refused", () => {
  const rows = [...featureSetTable(page.featureSets).querySelectorAll("tbody tr")];
  assert.equal(rows.length, page.featureSets.length);
  assert.match(textOf(rows[0]), /^Logistic regression .*\+\.012/);
  const [refused] = featureSetTable([{id: "mlp", audio: null, all: null, gain: null}]).querySelectorAll("tbody tr");
  assert.equal(textOf(refused).replace(/\s/g, ""), "Neuralnetwork–––––");
});

it("featureSetTable(results) says so where a study knows but the sound", () => {
  const alone = featureSetTable(page.featureSets.map((result) => ({...result, audio: null, gain: null})));
  assert.equal(textOf(alone), "Nothing to compare: this study knows nothing of its tracks but their sound.");
});

it("fitNotes(fits) names each model, as text", () => {
  const list = fitNotes([{id: "mlp", note: "<b>Stopped</b> early."}]);
  assert.equal(textOf(list), "Neural network. <b>Stopped</b> early.");
});

it("instrumentalnessPanel(result) has a paragraph and a chart, or the reason why not", () => {
  const panel = instrumentalnessPanel(page.instrumentalness);
  assertDrawn(panel.querySelector("figure")!);
  assert.equal(titleOf(panel), "Without instrumentalness the AUC falls by .021");
  const refused = instrumentalnessPanel({refusal: "no track has it"});
  assert.equal(textOf(refused), "It could not be measured: no track has it.");
});
