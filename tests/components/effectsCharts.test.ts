// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {EffectsData, FeatureEffect, PairEffect} from "../../lib/wire/ExplainData.js";
import {effectChart} from "../../src/components/effectChart.js";
import {effectsOverview} from "../../src/components/effectsOverview.js";
import {pairChart} from "../../src/components/pairChart.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(280);

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const titleOf = (figure: Element) => textOf(figure.querySelector("figcaption strong")!);
const texts = (figure: Element) => [...figure.querySelectorAll(".plot-area svg text")].map((text) => text.textContent);
const rowsOf = (figure: Element) =>
  [...opened(figure).querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

/** Fails unless something is drawn that fits a phone, named for a screen reader, and without a number gone wrong. */
function assertDrawn(figure: HTMLElement): void {
  const svg = figure.querySelector(".plot-area svg")!;
  assert.equal(svg.getAttribute("width"), "280");
  assert.ok(svg.closest("[role=img]")!.getAttribute("aria-label")!.replace(/\s/g, " ").startsWith(titleOf(figure)));
  assertWorded(figure);
}

const assertWorded = (element: HTMLElement) =>
  assert.deepEqual(element.outerHTML.match(/.{0,80}(NaN|undefined|\bnulls?\b|Infinity|because|cause).{0,20}/g), null);

const loudness: FeatureEffect = {
  feature: "loudness",
  levels: false,
  x: [-20, -15, -10, -5],
  share: [0.004, 0.5, 0.4, 0.096],
  pdp: [0.1, 0.25, 0.5, 0.62],
  ale: [-0.02, 0.2, 0.5, 0.7],
  ice: [[0, 0.1, 0.2, 0.3], [0.4, 0.6, 0.8, 0.95]], // prettier-ignore
  parting: 0.0815,
  companion: "energy",
  companionCorrelation: -0.771
};
const key: FeatureEffect = {
  ...loudness,
  feature: "key",
  levels: true,
  x: [0, 3, 7, 11],
  share: [0.25, 0.25, 0.25, 0.25],
  ale: [0.1, 0.25, 0.5, 0.62],
  parting: 0.004,
  companion: null,
  companionCorrelation: 0
};
const data: EffectsData = {id: "boosted", tracks: 2000, effects: [key, loudness], pairs: []};

describe("effectChart(effects, feature)", () => {
  it("says where 98 % of the tracks have the highest and the lowest mean probability, and where PDP and ALE part", () => {
    const chart = effectChart(data, "loudness");
    assertDrawn(chart);
    assert.equal(
      titleOf(chart),
      "Loudness and the boosted trees: mean probability highest at −5.0 dB (62 %), lowest at −15.0 dB (25 %)"
    );
    assert.match(textOf(chart), /Thin: 2 tracks, each with only this value changed \(ICE\)\. Solid: the mean over 2,000 tracks/); // prettier-ignore
    assert.match(textOf(chart), /PDP and ALE part most at −5\.0 dB, by 8\.2 points: loudness goes most with energy \(rank correlation −0\.77\)/); // prettier-ignore
  });

  it("draws thin curves, a strong and a dashed one, names both, and puts all of them into the table", () => {
    const chart = effectChart(data, "loudness");
    assert.equal(chart.querySelectorAll("svg [stroke-width='0.75'] path").length, 2);
    assert.equal(chart.querySelectorAll("svg [stroke-dasharray='6,4'] path").length, 1);
    const names = texts(chart).filter((text) => /PDP|ALE|%/.test(text!));
    assert.deepEqual(names, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %", "PDP", "ALE"].map((text) => text.replace(" %", "\u00a0%"))); // prettier-ignore
    assert.deepEqual(rowsOf(chart), [
      ["-20", "0.1", "-0.02", "0", "0.4", "0.004"],
      ["-15", "0.25", "0.2", "0.1", "0.6", "0.5"],
      ["-10", "0.5", "0.5", "0.2", "0.8", "0.4"],
      ["-5", "0.62", "0.7", "0.3", "0.95", "0.096"]
    ]);
  });

  it("draws levels as dots and rings with their names, and says that PDP and ALE agree", () => {
    const chart = effectChart(data, "key");
    assertDrawn(chart);
    assert.equal(chart.querySelectorAll("svg circle").length, 2 * 4 + 2 * 4);
    assert.equal(chart.querySelectorAll("svg [stroke-dasharray='6,4']").length, 0);
    assert.match(titleOf(chart), /highest at B \(62 %\), lowest at C \(10 %\)$/);
    assert.match(textOf(chart), /Full dots: the mean .* Rings: steps .* Here PDP and ALE agree within 0\.4 points\./);
    assert.deepEqual(texts(chart).filter((text) => /^[A-G]/.test(text!)), ["C", "D♯/E♭", "G", "B", "ALE"]); // prettier-ignore
  });

  it("names decades as sentences do, and durations by round times", () => {
    const decade = {...key, feature: "decade", x: [1960, 1970, 1980, 1990]};
    assert.match(titleOf(effectChart({...data, effects: [decade]}, "decade")), /highest in the 1990s .*lowest in the 1960s/); // prettier-ignore
    const duration = {...loudness, feature: "duration_ms", x: [90_500, 150_250, 200_000, 410_000]};
    const chart = effectChart({...data, effects: [duration]}, "duration_ms");
    assertDrawn(chart);
    assert.deepEqual(texts(chart).filter((text) => /^\d+:/.test(text!)), ["2:00", "4:00", "6:00"]); // prettier-ignore
  });

  it("says so where nothing changes, nothing varies, or nothing goes along", () => {
    const flat = {...loudness, pdp: [0.3, 0.3, 0.3, 0.3], ale: [0.3, 0.3, 0.3, 0.3], ice: [], parting: 0};
    const chart = effectChart({...data, tracks: 1, effects: [flat]}, "loudness");
    assertDrawn(chart);
    assert.match(titleOf(chart), /: the mean probability stays at 30 %$/);
    assert.match(textOf(chart), /Thin: 0 tracks.*the mean over 1 track \(/);
    assert.deepEqual(rowsOf(chart)[0], ["-20", "0.3", "0.3", "–", "–", "0.004"]);
    const alone = effectChart({...data, effects: [{...loudness, companion: null}]}, "loudness");
    assert.match(textOf(alone), /by 8\.2 points\. Marks/);
    const loose = effectChart({...data, effects: [{...loudness, companionCorrelation: -0.29}]}, "loudness");
    assert.match(
      textOf(loose),
      /though no other feature goes with it closely \(energy most, rank correlation −0\.29\)/
    );
    for (const effects of [[], [{...loudness, x: [3], share: [1], pdp: [0.5], ale: [0.5], ice: [[0.5]]}]]) {
      const nothing = effectChart({...data, effects}, "loudness");
      assert.equal(textOf(nothing), "Loudness does not vary among these tracks, so there is no curve to draw.");
    }
  });
});

describe("effectsOverview(effects)", () => {
  it("ranks the features by the gap of PDP and ALE, with the feature each goes with", () => {
    const chart = effectsOverview(data);
    assertDrawn(chart);
    assert.equal(titleOf(chart), "In the boosted trees, PDP and ALE part most on loudness, which goes most with energy: by up to 8.2 points"); // prettier-ignore
    assert.deepEqual(rowsOf(chart), [
      ["Loudness", "0.0815", "energy", "-0.771"],
      ["Key", "0.004", "–", "–"]
    ]);
    assert.ok(texts(chart).includes("energy −0.77"));
  });

  it("says that they agree where they do, and that nothing varies", () => {
    const agreeing = effectsOverview({...data, effects: [key, {...key, feature: "mode", parting: 0}]});
    assertDrawn(agreeing);
    assert.equal(titleOf(agreeing), "In the boosted trees, PDP and ALE agree within a point on every feature");
    assert.equal(textOf(effectsOverview({...data, effects: []})), "No feature varies here, so there are no curves to compare."); // prettier-ignore
  });
});

describe("pairChart(pair)", () => {
  const pair: PairEffect = {
    features: ["loudness", "energy"],
    x: [-20.04, -10, -5],
    y: [0.2, 0.8],
    p: [[0.2, 0.1], [0.5, 0.6], [0.9, 0.7]], // prettier-ignore
    share: [[0.3, 0.0005], [0.2, 0.3], [0.0009, 0.1986]] // prettier-ignore
  };

  it("says where the probability is highest and lowest among cells with tracks", () => {
    const chart = pairChart(pair);
    assertDrawn(chart);
    assert.equal(titleOf(chart), "Highest at loudness −5.0 dB and energy 0.80 (70 %), lowest at loudness −20.0 dB and energy 0.20 (20 %)"); // prettier-ignore
    assert.match(textOf(chart), /warm above 48 %.*Small cells \(2 of 6\) hold fewer than 1 track in 1,000/);
    assert.equal(rowsOf(chart).length, 6);
    assert.deepEqual(rowsOf(chart)[5], ["-5", "0.8", "0.7", "0.1986"]);
  });

  it("draws cells warm above the mean and cool below it, small ones where hardly any track is, values named without units", () => {
    const chart = pairChart(pair);
    const cells = [...chart.querySelectorAll("svg rect[fill^=var]")];
    assert.deepEqual(
      cells.map((rect) => rect.getAttribute("fill")!.slice(6, -1)),
      ["flop", "hit", "hit", "hit", "flop", "hit"] // the last two are small
    );
    const widths = cells.map((rect) => Number(rect.getAttribute("width")));
    assert.ok(widths.slice(0, 4).every((width) => width > 40) && widths.slice(4).every((width) => width < 10), `${widths}`); // prettier-ignore
    assert.deepEqual(texts(chart).filter((text) => /^\d\d$/.test(text!)), ["20", "50", "60", "70"]); // prettier-ignore
    assert.ok(texts(chart).includes("−20.0") && texts(chart).includes("0.80"), `${texts(chart)}`);
  });

  it("says so where all is the same, and where either feature is constant or no cell has tracks", () => {
    const flat = pairChart({...pair, p: pair.p.map((row) => row.map(() => 0.4)), share: pair.share.map((row) => row.map(() => 1 / 6))}); // prettier-ignore
    assertDrawn(flat);
    assert.equal(titleOf(flat), "Loudness and energy: the mean probability stays at 40 %");
    assert.doesNotMatch(textOf(flat), /Small cells/);
    const constant = {...pair, x: [-20], p: [[0.2, 0.1]], share: [[0.5, 0.5]]};
    const empty = {...pair, share: pair.share.map((row) => row.map(() => 0))};
    for (const none of [constant, empty]) {
      assert.equal(textOf(pairChart(none)), "Loudness and energy do not both vary among these tracks, so there is nothing to draw."); // prettier-ignore
    }
  });
});
