// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ModelResults} from "../../lib/wire/ModelsData.js";
import explorePage from "../../loaders/stages/explorePage.js";
import {calibrationChart} from "../../src/components/calibrationChart.js";
import {correlationChart} from "../../src/components/correlationChart.js";
import {precisionRecallChart, rocChart} from "../../src/components/curveChart.js";
import {decadeChart} from "../../src/components/decadeChart.js";
import {driversChart} from "../../src/components/driversChart.js";
import {examChart} from "../../src/components/examChart.js";
import {featureHistograms} from "../../src/components/featureHistograms.js";
import {trendChart} from "../../src/components/trendChart.js";
import {evaluated, QUIET} from "../fixtures/evaluated.js";
import {handmadeStudy, ODD_STUDIES} from "../fixtures/handmadeStudy.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(640);

/** Fails unless something is drawn, named for a screen reader, and without a number gone wrong. */
function assertDrawn(figure: HTMLElement): void {
  const drawings = [...figure.querySelectorAll(".plot-area svg")];
  assert.ok(drawings.length > 0, figure.outerHTML.slice(0, 200));
  for (const drawing of drawings) assert.ok(drawing.closest("[role=img]")!.getAttribute("aria-label")!.length > 20);
  assertWorded(figure);
}

const assertWorded = (element: HTMLElement) =>
  assert.doesNotMatch(element.outerHTML, /NaN|undefined|\bnulls?\b|Infinity/);
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();

// Drawing in jsdom is slow: the studies that charts have stumbled over, a few features each.
const STUDIES = ODD_STUDIES.filter(([what]) => /no decade|without values|three tracks/.test(what));
const FEW = ["loudness", "tempo", "energy", "key"];

describe.each(STUDIES)("charts of explore.md: %s", async (_, dataset) => {
  const explore = await explorePage({dataset, artist: await evaluated(dataset)}, {}, QUIET);
  const unknown = explore.decades.length === 0;

  it("featureHistograms(features) draws one for every feature", () => {
    const features = explore.features.filter(({name}) => FEW.includes(name));
    const figure = featureHistograms(features);
    assertDrawn(figure);
    assert.equal(figure.querySelectorAll(".small-multiples > div").length, FEW.length);
  });

  it("trendChart(features, {start}) draws any feature, or says what is not known", () => {
    for (const start of FEW) {
      const chart = trendChart(explore.features, {start});
      const {trend} = explore.features.find(({name}) => name === start)!;
      if (trend.length > 0) assertDrawn(chart);
      else assert.match(textOf(chart), /No decade of this study tells its [a-z]+\.$/);
      assertWorded(chart);
    }
  });

  it("decadeChart(decades) draws them, or says that none is known", () => {
    const chart = decadeChart(explore.decades);
    if (unknown) assert.equal(chart.textContent, "The decade of no track is known.");
    else assertDrawn(chart);
  });

  it("correlationChart(explore) draws the pairs that are known", () => {
    assertDrawn(correlationChart(explore));
  });
});

describe("charts of models.md", async () => {
  const results = async (id: ModelResults["id"], label: (i: number) => 0 | 1, p: (row: number) => number) => ({
    id,
    ...(await evaluated(
      handmadeStudy(40, (i) => ({label: label(i)})),
      p
    ))
  });
  const half = (i: number) => (i % 2) as 0 | 1;
  const models = [
    await results("majority", half, () => 0.5),
    await results("logistic", half, (row) => ((row * 37) % 100) / 100),
    await results("boosted", half, (row) => (row % 2 === 1 ? 0.9 : 0.1))
  ];

  it("name the best model and its number", () => {
    const [roc, recall, calibration] = [rocChart(models), precisionRecallChart(models), calibrationChart(models)];
    for (const chart of [roc, recall, calibration]) assertDrawn(chart);
    assert.match(textOf(roc), /^A hit outranks a flop 100\.0 % of the time: boosted trees/);
    assert.match(textOf(recall), /^Of the surest calls that find half of the hits, 100 % are hits/);
    assert.match(textOf(calibration), /^Boosted trees: off by 10\.0 points on average/);
  });

  it("say so where an exam holds one class", async () => {
    const flops = [await results("logistic", () => 0, (row) => row / 100), await results("boosted", () => 0, () => 0.2)]; // prettier-ignore
    const hits = [await results("boosted", () => 1, () => 0.6)]; // prettier-ignore
    assert.match(textOf(rocChart(flops)), /^No ROC curve: the exam holds one class/);
    assert.match(textOf(rocChart(hits)), /^No ROC curve: the exam holds one class/);
    assert.match(textOf(precisionRecallChart(flops)), /^No precision-recall curve: the exam holds no hit/);
    for (const chart of [rocChart(flops), precisionRecallChart(flops), precisionRecallChart(hits)]) assertDrawn(chart);
  });
});

describe("charts of index.md", async () => {
  const {metrics} = await evaluated(handmadeStudy(40), (row) => ((row * 37) % 100) / 100);
  const withAuc = (id: ModelResults["id"], value: number | null) => ({
    id,
    metrics: {...metrics, auc: value === null ? {value, low: null, high: null} : {value, low: value, high: value}}
  });
  const exam = (id: string, ...models: ReturnType<typeof withAuc>[]) => ({
    id,
    title: `<b>${id}</b>`,
    sentence: "",
    rows: 40,
    models
  });
  const artist = exam("artist", withAuc("majority", 0.5), withAuc("logistic", null), withAuc("boosted", 0.8));

  it("examChart(overview) claims that memory wins only where it does", () => {
    const study = "<script>alert(1)</script>";
    const wins = examChart({study, exams: [artist, exam("memory", withAuc("memory", 0.9))]});
    assertDrawn(wins);
    assert.match(textOf(wins), /^Remembering the artist beats every model of the song .* A rule that knows only/);
    assert.equal(wins.querySelectorAll("script, b").length, 0);
    const loses = examChart({study, exams: [artist, exam("memory", withAuc("memory", 0.6))]});
    assert.match(textOf(loses), /^Boosted trees ranks best, in the exam “<b>artist<\/b>”/);
    assert.doesNotMatch(textOf(loses), /A rule that knows only/);
  });

  it("driversChart(overview) names the strongest feature", () => {
    const drivers = [
      {feature: "instrumentalness", meanAbsPhi: 0.5},
      {feature: "key", meanAbsPhi: 0}
    ];
    const chart = driversChart({drivers, driverRows: 4_052});
    assertDrawn(chart);
    assert.match(textOf(chart), /^Instrumentalness moves the predictions most .* over 4,052 tracks/);
  });
});
