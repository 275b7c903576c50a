// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {sigmoid} from "../../lib/sigmoid.js";
import type {ExplainedSongs, FeatureImportance, ModelReasons, SpaceReasons} from "../../lib/wire/ExplainData.js";
import {beeswarmChart} from "../../src/components/beeswarmChart.js";
import {decisionChart} from "../../src/components/decisionChart.js";
import {dependenceChart} from "../../src/components/dependenceChart.js";
import {heatmapChart} from "../../src/components/heatmapChart.js";
import {importanceChart} from "../../src/components/importanceChart.js";
import {interactionChart} from "../../src/components/interactionChart.js";
import {paintShapes} from "../../src/components/paintShapes.js";
import {HOLLOW, SHADES, contribution, shadesOf, type TracksReasons} from "../../src/components/reasonsTools.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(640);

const HOSTILE = "<img src=x onerror=alert(1)>";
const features = ["energy", "key", "instrumentalness", "mode"];
const N = 60;
const spread = Array.from({length: N}, (_, k) => k / (N - 1)); // from 0 to 1

/** 60 tracks: energy raises, instrumentalness lowers and is sometimes unknown, key is in three levels, mode constant. */
const songs: ExplainedSongs = {
  songs: spread.map((u, k) => ({title: k === 3 ? HOSTILE : `Song ${k}`, artist: "Artist", decade: 1990, hit: u > 0.5})),
  x: [
    spread,
    spread.map((_, k) => 5 * (k % 3)),
    spread.map((u, k) => (k % 10 === 4 ? null : 1 - u)),
    spread.map(() => 1)
  ]
};
const logOdds: SpaceReasons = {
  space: "log-odds",
  base: -0.2,
  phi: [
    spread.map((u) => u - 0.5),
    spread.map((_, k) => [-0.1, 0, 0.3][k % 3]),
    spread.map((u) => 4 * (u - 0.5)),
    spread.map(() => 0)
  ],
  error: null,
  sameSign: null
};
const probability: SpaceReasons = {...logOdds, space: "probability", base: 0.5, phi: logOdds.phi.map((of) => of.map((value) => value / 10))}; // prettier-ignore
const nothing: SpaceReasons = {...logOdds, phi: features.map(() => spread.map(() => 0))};
const all = spread.map((_, k) => k);
const tracks: TracksReasons = {id: "boosted", features, songs, space: logOdds, rows: all};

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const titleOf = (figure: Element) => textOf(figure.querySelector("figcaption strong")!);
const svgTexts = (figure: Element) =>
  [...figure.querySelectorAll(".plot-area svg text")].map((text) => text.textContent!);
const table = (figure: Element) =>
  [...opened(figure).querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
const head = (figure: Element) => [...opened(figure).querySelectorAll("thead th")].map(textOf);
/** How many shapes the painted paths hold: each starts with an M and ends with a Z. */
const painted = (figure: Element, fill?: string) =>
  [...figure.querySelectorAll(".plot-area path[fill-opacity]")]
    .filter((path) => fill === undefined || path.getAttribute("fill") === fill)
    .reduce((sum, path) => sum + (path.getAttribute("d")!.match(/M[^M]*Z/g) ?? []).length, 0);

/** Fails unless something is drawn, named for a screen reader, not hurt by names, and without a number gone wrong. */
function assertDrawn(figure: HTMLElement): void {
  const drawings = [...figure.querySelectorAll(".plot-area svg")];
  assert.ok(drawings.length > 0, textOf(figure));
  for (const svg of drawings)
    assert.ok(svg.getAttribute("aria-label")!.replace(/\s+/g, " ").startsWith(titleOf(figure)));
  assert.deepEqual(figure.outerHTML.match(/.{0,80}(NaN|undefined|\bnulls?\b|Infinity).{0,20}/g), null);
  assert.equal(figure.querySelectorAll("img, script").length, 0);
}

const estimate = (value: number, by: number) => ({value, low: value - by, high: value + by});
const importanceOf = (feature: string, size: number, loss: number | null): FeatureImportance => ({
  feature,
  meanAbsPhi: estimate(size, size / 10),
  direction: feature === "instrumentalness" ? -0.825 : 0.5,
  signStability: 0.95,
  permutation: loss === null ? null : {...estimate(loss, 0.004), pValue: 0.01}
});
const reasons: ModelReasons = {
  id: "boosted",
  space: "log-odds",
  base: -0.2,
  refits: 20,
  importance: [
    importanceOf("instrumentalness", 1, 0.05),
    importanceOf("energy", 0.4, 0.002),
    importanceOf("key", 0.1, 0.01),
    importanceOf("mode", 0.05, 0.02)
  ],
  interactions: [
    [0, 0.01, 0.3, 0],
    [0.01, 0, 0.2, 0],
    [0.3, 0.2, 0, 0],
    [0, 0, 0, 0]
  ],
  interactionTracks: 200,
  byDecade: [],
  quality: {compacity: 3, compacityHigh: 5, topFiveShare: 1, neighbourStability: 0.9, refitStability: 0.8}
};

describe("importanceChart(reasons)", () => {
  const figure = importanceChart(reasons);

  it("names the strongest feature and where the two rankings part most", () => {
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Instrumentalness moves the predictions of the boosted trees most, by 1.00 log-odds on average"); // prettier-ignore
    assert.match(textOf(figure), /those of SHAP are from 20 refits/);
    assert.match(textOf(figure), /Higher instrumentalness goes with lower contributions \(rank correlation −\.825, of the same sign in 95 % of the refits\)/); // prettier-ignore
    assert.match(textOf(figure), /part most at energy, number 2 by SHAP and 4 by shuffling/);
    assert.match(textOf(figure), /What is lost with energy cannot be told from nothing\./);
  });

  it("draws two panels of the same features in the same order, and the table tells all numbers", () => {
    const panels = [...figure.querySelectorAll(".plot-area svg")].map((svg) =>
      [...svg.querySelectorAll("text")].map((text) => text.textContent!).filter((text) => /^[A-Z][a-z]+$/.test(text))
    );
    assert.deepEqual(panels, [["Instrumentalness", "Energy", "Key", "Mode"], ["Instrumentalness", "Energy", "Key", "Mode"]]); // prettier-ignore
    assert.deepEqual(table(figure)[0], ["Instrumentalness", "1", "0.9", "1.1", "-0.825", "0.95", "0.05", "0.046", "0.054", "0.01"]); // prettier-ignore
    const bars = figure.querySelectorAll(".plot-area [stroke-width='5'] line, .plot-area line[stroke-width='5']");
    assert.equal(bars.length, 8);
  });

  it("says that rankings agree, and counts many losses like nothing", () => {
    const alike = [0.04, 0.003, 0.002, 0.001].map((loss, k) => importanceOf(features[k], 1 - k / 5, loss));
    assert.match(textOf(importanceChart({...reasons, importance: alike})), /Both rank the features alike\. What is lost with key, instrumentalness and mode cannot/); // prettier-ignore
    const none = features.map((feature, k) => importanceOf(feature, 1 - k / 5, 0.001 - k / 10_000));
    assert.match(textOf(importanceChart({...reasons, importance: none})), /What is lost with 4 of 4 features cannot/);
  });

  it("leaves out what was not measured, and says so, in points where the model adds up probabilities", () => {
    const plain = reasons.importance.map((of) => ({...of, meanAbsPhi: estimate(0.05, 0), signStability: null, permutation: null})); // prettier-ignore
    const bare = importanceChart({...reasons, id: "forest", space: "probability", refits: 0, importance: plain});
    assertDrawn(bare);
    assert.match(titleOf(bare), /of the random forest most, by 5\.0 points on average$/);
    assert.match(textOf(bare), /no intervals\..*What shuffling costs was not measured/);
    assert.equal(bare.querySelectorAll(".plot-area svg").length, 1);
    assert.deepEqual(table(bare)[0], ["Instrumentalness", "5", "–", "–", "-0.825", "–", "–", "–", "–", "–"]);
    const still = reasons.importance.map((of) => ({...of, meanAbsPhi: estimate(0, 0), direction: 0}));
    assert.equal(titleOf(importanceChart({...reasons, importance: still})), "No feature moves the predictions of the boosted trees"); // prettier-ignore
  });
});

describe("beeswarmChart(tracks)", () => {
  it("draws a dot a track and feature, the strongest feature first", () => {
    const figure = beeswarmChart(tracks);
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Instrumentalness moves these predictions most, from −2.00 to +2.00 log-odds");
    assert.equal(painted(figure), 4 * N);
    assert.equal(painted(figure, HOLLOW.fill), 6);
    assert.match(textOf(figure), /hollow ones an unknown value\./);
    assert.deepEqual(table(figure).map(([label]) => label), ["Instrumentalness", "Energy", "Key", "Mode"]); // prettier-ignore
    assert.deepEqual(table(figure)[2], ["Key", "0.1333", "-0.1", "0", "0.3", "0"]);
    assert.equal(table(figure)[0][5], "6");
  });

  it("draws the rows it is told, in the unit of the space, and says when there are none", () => {
    const one = beeswarmChart({...tracks, space: probability, rows: [N - 1]});
    assertDrawn(one);
    assert.equal(titleOf(one), "Instrumentalness moves this prediction most: +20.0 points");
    assert.equal(painted(one), 4);
    assert.deepEqual(table(one)[0].slice(0, 5), ["Instrumentalness", "20", "20", "20", "20"]);
    assert.doesNotMatch(textOf(one), /unknown value\./);
    assert.equal(textOf(beeswarmChart({...tracks, rows: []})), "No explained track is left in this selection.");
  });

  it("draws a model that is its base only", () => {
    const figure = beeswarmChart({...tracks, space: nothing});
    assertDrawn(figure);
    assert.equal(titleOf(figure), "No feature contributes anything here");
    assert.equal(painted(figure), 4 * N);
  });

  it("keeps dots of a lane in it, however many fall on one place", () => {
    const ys = [
      ...beeswarmChart({...tracks, space: nothing}).querySelectorAll(".plot-area path[fill-opacity]")
    ].flatMap(
      (path) => [...path.getAttribute("d")!.matchAll(/M[^,]+,([\d.]+)a/g)].map(([, y]) => Number(y)) // prettier-ignore
    );
    for (let lane = 0; lane < 4; lane++) {
      const middle = 30 + 28 * (lane + 0.5);
      assert.equal(ys.filter((y) => Math.abs(y - middle) <= 13).length, N);
    }
  });
});

it("paintShapes(shapes) makes one path a pass and look, later passes on top", () => {
  const shape = (d: string, pass: number, fill: string) => ({d, pass, fill});
  const group = paintShapes([shape("M1Z", 1, "red"), shape("M2Z", 0, "red"), shape("M3Z", 1, "red"), shape("M4Z", 0, "blue")]); // prettier-ignore
  assert.deepEqual([...group.children].map((path) => path.getAttribute("d")), ["M2Z", "M4Z", "M1ZM3Z"]); // prettier-ignore
});

describe("shadesOf(values)", () => {
  it("goes by rank among the known values, the lowest and the highest at the ends", () => {
    assert.deepEqual(shadesOf([9, null, 1, 2, 1000, 8]), [
      SHADES[3],
      HOLLOW,
      SHADES[0],
      SHADES[1],
      SHADES[4],
      SHADES[2]
    ]);
    assert.deepEqual(shadesOf([1, 1, 1, 0]), [SHADES[4], SHADES[4], SHADES[4], SHADES[0]]);
    assert.deepEqual(shadesOf([7, 7, null]), [SHADES[2], SHADES[2], HOLLOW]);
    assert.deepEqual(shadesOf([null]), [HOLLOW]);
  });
});

it("contribution(space, phi) has a sign, unless it is a size or rounds to nothing", () => {
  assert.equal(contribution("log-odds", -0.456), "−0.46\u00a0log-odds");
  assert.equal(contribution("probability", 0.0312), "+3.1\u00a0points");
  assert.equal(contribution("log-odds", -0.456, {signed: false}), "0.46\u00a0log-odds");
  assert.equal(contribution("log-odds", -0.001), "0.00\u00a0log-odds");
});

describe("dependenceChart(tracks, feature, partner)", () => {
  it("says around which values a smooth feature contributes most and least, with a running median", () => {
    const figure = dependenceChart(tracks, "energy", "instrumentalness");
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Energy contributes most around 0.91, least around 0.09: medians of +0.41 and −0.41 log-odds"); // prettier-ignore
    assert.equal(figure.querySelectorAll(".plot-area circle").length, N + 6); // and the key
    assert.equal(figure.querySelectorAll(".plot-area [aria-label=tip]").length, 0);
    assert.deepEqual(head(figure), ["Track", "Artist", "Energy", "Contribution (log-odds)", "Instrumentalness"]);
    assert.deepEqual(table(figure)[3], [HOSTILE, "Artist", "0.05085", "-0.4492", "0.9492"]);
    assert.equal(table(figure)[4][4], "–");
    assert.ok(svgTexts(figure).includes("high instrumentalness"));
    assert.match(textOf(figure), /Stronger dots have a higher instrumentalness, hollow ones an unknown one;/);
    const hollow = [...figure.querySelectorAll(`.plot-area circle[fill="${HOLLOW.fill}"]`)];
    assert.equal(hollow.length, 6 + 1);
    const lines = [...figure.querySelectorAll(".plot-area path[stroke-width='2'], .plot-area [stroke-width='2'] path")];
    assert.equal(lines.length, 1);
  });

  it("draws levels as columns with their medians, unknown values apart", () => {
    const figure = dependenceChart({...tracks, space: probability}, "key", null);
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Key contributes most at A♯/B♭, least at C: medians of +3.0 and −1.0 points");
    assert.equal(figure.querySelectorAll(".plot-area circle").length, N);
    assert.equal(figure.querySelectorAll(".plot-area [stroke-width='2.5'] line").length, 3);
    assert.deepEqual(head(figure).length, 4);
    const unknown = dependenceChart(tracks, "instrumentalness", null);
    assertDrawn(unknown);
    assert.ok(svgTexts(unknown).includes("unknown"));
    const xs = [...unknown.querySelectorAll(".plot-area circle")].map((dot) => Number(dot.getAttribute("cx")));
    const [apart, known] = [true, false].map((yes) => xs.filter((_, k) => (songs.x[2][k] === null) === yes));
    assert.ok(Math.max(...apart) < Math.min(...known));
    assert.equal(unknown.querySelectorAll(".plot-area [stroke-width='2.5'] line").length, 1);
  });

  it("draws constant features, unknown ones, one track, and nothing", () => {
    const constant = dependenceChart(tracks, "mode", "energy");
    assertDrawn(constant);
    assert.doesNotMatch(textOf(constant), /unknown/);
    assert.equal(titleOf(constant), "Mode is major in every track drawn, and contributes 0.00 log-odds");
    const one = dependenceChart({...tracks, rows: [N - 1]}, "energy", null);
    assertDrawn(one);
    assert.equal(titleOf(one), "Energy is 1.00 in the track drawn, and contributes +0.50 log-odds");
    const unknown = dependenceChart({...tracks, rows: [4, 14]}, "instrumentalness", null);
    assertDrawn(unknown);
    assert.equal(titleOf(unknown), "Instrumentalness is unknown of every track drawn");
    const still = dependenceChart({...tracks, space: nothing}, "energy", null);
    assertDrawn(still);
    assert.equal(titleOf(still), "Energy contributes much the same at all its values: 0.00 log-odds");
    assert.match(textOf(dependenceChart({...tracks, rows: []}, "energy", null)), /^No explained track is left/);
  });
});

describe("interactionChart(reasons, {features, unknown})", () => {
  const unknown = "Not known <b>here</b>.";

  it("names the strongest pairs and draws a cell a pair", () => {
    const figure = interactionChart(reasons, {features, unknown});
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Instrumentalness and energy interact most, by 0.30 log-odds on average");
    assert.match(textOf(figure), /over 200 tracks.*Next come instrumentalness with key \(0\.20 log-odds\) and key with energy \(0\.01 log-odds\)\./); // prettier-ignore
    assert.equal(figure.querySelectorAll(".plot-area rect[fill-opacity], .plot-area rect").length, 6);
    assert.deepEqual(table(figure).slice(0, 2), [["Instrumentalness", "Energy", "0.3"], ["Instrumentalness", "Key", "0.2"]]); // prettier-ignore
    assert.ok(svgTexts(figure).includes(".30") && !svgTexts(figure).includes(".01"));
  });

  it("says why there is nothing to draw", () => {
    assert.equal(interactionChart({...reasons, interactions: null}, {features, unknown}).textContent, unknown);
    const zeros = features.map(() => features.map(() => 0));
    assert.match(textOf(interactionChart({...reasons, interactions: zeros}, {features, unknown})), /^No two features do anything together in the boosted trees/); // prettier-ignore
  });
});

describe("heatmapChart(tracks)", () => {
  it("orders tracks by prediction and features by strength, warm above 0 and cool below", () => {
    const figure = heatmapChart({...tracks, rows: [...all].reverse()});
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Instrumentalness parts high predictions from low ones most: +1.82 in the highest tenth, −1.82 log-odds in the lowest"); // prettier-ignore
    assert.deepEqual(head(figure).slice(4), ["Instrumentalness", "Energy", "Key", "Mode"].map((label) => `${label} (log-odds)`)); // prettier-ignore
    const [first] = table(figure);
    assert.deepEqual(first.slice(0, 3), ["Song 0", "Artist", "flop"]);
    assert.equal(Number(first[3]), Number((100 * sigmoid(-0.2 - 0.5 - 0.1 - 2)).toPrecision(4)));
    assert.deepEqual(first.slice(4), ["-2", "-0.5", "-0.1", "0"]);
    assert.ok(painted(figure, "var(--hit)") >= 60 && painted(figure, "var(--flop)") >= 60);
    assert.ok(svgTexts(figure).includes("60 tracks, by rising prediction →"));
    const predictions = table(figure).map((row) => Number(row[3]));
    assert.deepEqual(
      predictions,
      [...predictions].sort((a, b) => a - b)
    );
  });

  it("keeps every column a pixel wide: a narrow drawing shows an even part of many tracks, and says so", () => {
    stubResizeObserver(280);
    const figure = heatmapChart({...tracks, rows: [...all, ...all, ...all]});
    stubResizeObserver(640);
    assert.ok(svgTexts(figure).includes("90 of 180 tracks, by rising prediction →"));
    assert.equal(table(figure).length, 180);
  });

  it("draws a few tracks, one, none, and a model that is its base only", () => {
    const few = heatmapChart({...tracks, rows: [0, 1, N - 1]});
    assertDrawn(few);
    assert.match(titleOf(few), /in the highest, −2\.00 log-odds in the lowest$/);
    const one = heatmapChart({...tracks, space: probability, rows: [0]});
    assertDrawn(one);
    assert.equal(titleOf(one), "Instrumentalness contributes most, −20.0 points");
    assert.equal(painted(one, "var(--flop)"), 3);
    const still = heatmapChart({...tracks, space: nothing});
    assertDrawn(still);
    assert.equal(titleOf(still), "No feature contributes anything here");
    assert.equal(painted(still), 0);
    assert.doesNotMatch(textOf(still), /colours are full/);
    assert.match(textOf(heatmapChart({...tracks, rows: []})), /^No explained track is left/);
  });
});

describe("decisionChart(tracks, highlighted)", () => {
  const lines = (figure: Element, fill: string) =>
    [...figure.querySelectorAll(`.plot-area path[stroke="var(--${fill})"]`)].length;

  it("draws an even part of many tracks, hits warm and flops cool, and says which feature parts them", () => {
    const figure = decisionChart(tracks, null);
    assertDrawn(figure);
    assert.equal(titleOf(figure), "Instrumentalness parts these hits from these flops most: +2.03 log-odds between their means"); // prettier-ignore
    assert.deepEqual([lines(figure, "hit"), lines(figure, "flop")], [19, 21]); // by hand: track 29, a flop, stands where track 30, a hit, would
    assert.match(textOf(figure), /Drawn are 40 of 60 tracks, evenly spread over the predictions\./);
    const names = table(figure).map(([name]) => name);
    assert.equal(names.length, 40);
    assert.deepEqual([names[0], names[39]], ["Song 0", "Song 59"]);
  });

  it("tells the chosen track from its base to its prediction, as text, even from outside the rows", () => {
    const figure = decisionChart({...tracks, rows: [0, 1, N - 1]}, 3);
    assertDrawn(figure);
    assert.equal(titleOf(figure), `“${HOSTILE}” by Artist, a flop: from 45 % to 7 %, most by instrumentalness, −1.80 log-odds`); // prettier-ignore
    assert.match(textOf(figure), /Drawn are 3 of 3 tracks, and the one named\./);
    assert.equal(
      figure.querySelectorAll(".plot-area path[stroke-width='3'], .plot-area [stroke-width='3'] path").length,
      1
    );
    assert.equal(table(figure).length, 4);
  });

  it("ends each line at the sum of base and contributions", () => {
    const figure = decisionChart({...tracks, space: probability, rows: [0, N - 1]}, N - 1);
    assertDrawn(figure);
    assert.match(titleOf(figure), /, a hit: from 50 % to 78 %, most by instrumentalness, \+20\.0 points$/);
    assert.deepEqual(table(figure)[1].slice(3), ["78", "20", "5", "3", "0"]);
    const xs = [...figure.querySelectorAll(".plot-area circle")].map((dot) => Number(dot.getAttribute("cx")));
    assert.ok(xs[4] > xs[0]);
    const shares = xs.map((x) => ((x - xs[0]) / (xs[4] - xs[0])).toFixed(3));
    assert.deepEqual(
      shares,
      [0, 0, 0.03, 0.08, 0.28].map((sum) => (sum / 0.28).toFixed(3))
    ); // weakest first
  });

  it("draws one track, tracks of one kind, none, and a model that is its base only", () => {
    const hits = decisionChart({...tracks, rows: [N - 1]}, null);
    assertDrawn(hits);
    assert.equal(titleOf(hits), "Instrumentalness moves these predictions most");
    const still = decisionChart({...tracks, space: nothing}, 5);
    assertDrawn(still);
    assert.match(titleOf(still), /: no feature moves it from the base of 45 %$/);
    assert.equal(titleOf(decisionChart({...tracks, space: nothing}, null)), "No feature contributes anything here");
    assert.match(textOf(decisionChart({...tracks, rows: []}, 5)), /^No explained track is left/);
  });
});
