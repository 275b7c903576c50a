// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {MODEL_LABELS} from "../../lib/wire/modelLabels.js";
import type {PredictorId} from "../../lib/wire/models.js";
import explorePage from "../../loaders/stages/explorePage.js";
import {correlationChart} from "../../src/components/correlationChart.js";
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

describe("charts of index.md", async () => {
  const {metrics} = await evaluated(handmadeStudy(40), (row) => ((row * 37) % 100) / 100);
  const withAuc = (id: PredictorId, value: number | null) => ({
    id,
    metrics: {...metrics, auc: value === null ? {value, low: null, high: null} : {value, low: value, high: value}}
  });
  const exam = (id: string, ...models: ReturnType<typeof withAuc>[]) => ({
    id,
    title: `<b>${id}</b>`,
    sentence: "",
    rows: 40,
    refusal: null,
    models
  });
  const artist = exam("artist", withAuc("majority", 0.5), withAuc("logistic", null), withAuc("boosted", 0.8));
  const study = "<script>alert(1)</script>";

  it("examChart(overview) claims that memory wins only where it does", () => {
    const wins = examChart({study, exams: [artist, exam("memory", withAuc("memory", 0.9))]});
    assertDrawn(wins);
    assert.match(textOf(wins), /^Remembering the artist beats every model of the song .* A rule that knows only/);
    assert.equal(wins.querySelectorAll("script, b").length, 0);
    const loses = examChart({study, exams: [artist, exam("memory", withAuc("memory", 0.6))]});
    assert.match(textOf(loses), /^Best: boosted trees, in the exam “<b>artist<\/b>”/);
    assert.doesNotMatch(textOf(loses), /A rule that knows only/);
  });

  it("examChart(overview) shows the few models that tell the story, each named once", () => {
    const ids = ["majority", "logistic", "glassbox", "sampledForest", "forest", "mlp", "boosted"] as const;
    const all = ids.map((id, k) => withAuc(id, 0.5 + 0.05 * k));
    const chart = examChart({study, exams: [exam("artist", ...all), exam("raw", ...all)]});
    const texts = [...chart.querySelectorAll("svg text")].map((text) => text.textContent);
    const named = ids.filter((id) => texts.some((text) => text!.startsWith(MODEL_LABELS[id])));
    assert.deepEqual(named, ["logistic", "forest", "mlp", "boosted"]);
    assert.equal(texts.filter((text) => text!.startsWith("Boosted trees")).length, 1);
    assert.equal(texts.filter((text) => text!.endsWith(".800")).length, 2);
  });

  it("examChart(overview) says which exam could not be held, and why", () => {
    const refused = {...exam("forward"), refusal: "one decade only"};
    const some = examChart({study, exams: [artist, refused]});
    assertDrawn(some);
    assert.match(textOf(some), /“<b>forward<\/b>” could not be held: one decade only\./);
    const none = examChart({study, exams: [refused]});
    assertDrawn(none);
    assert.match(textOf(none), /^No exam could be held/);
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
