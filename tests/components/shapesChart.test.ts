// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ShapeCurve, ShapesData} from "../../lib/wire/ShapesData.js";
import {bySign, shapesChart} from "../../src/components/shapesChart.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(320);

/** A curve through the heights given, a tenth either way, at the values given. */
function curve(feature: string, x: readonly number[], y: readonly number[], changes: Partial<ShapeCurve> = {}) {
  return {
    feature,
    importance: Math.max(0, ...y.map(Math.abs)) / 2,
    edf: 3,
    levels: x.length < 10,
    x,
    y,
    low: y.map((value) => value - 0.1),
    high: y.map((value) => value + 0.1),
    share: x.map(() => 1 / x.length),
    missing: null,
    ...changes
  };
}

const sixteen = Array.from({length: 16}, (_, k) => k);
const loudness = curve("loudness", sixteen.map((k) => k - 20), sixteen.map((k) => 1.5 - k / 5)); // prettier-ignore
const key = curve("key", [0, 3, 6, 9], [0.2, -0.1, 0.05, -0.3]);
const tempo = curve("tempo", sixteen.map((k) => 80 + 5 * k), sixteen.map(() => 0.01), {missing: -0.75, share: sixteen.map(() => 0.06)}); // prettier-ignore
const data: ShapesData = {
  shapes: [loudness, key, tempo],
  surfaces: [
    {features: ["duration_ms", "decade"], importance: 0.5},
    {features: ["energy", "decade"], importance: 0.4}
  ]
};
const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const panels = (figure: HTMLElement) => [...figure.querySelectorAll(".small-multiples > div")];

describe("shapesChart(data)", () => {
  const figure = shapesChart(data);

  it("says which feature moves the model most, and where it is highest and lowest", () => {
    assert.match(textOf(figure), /^Loudness moves the glassbox most: highest at −20\.0 dB, lowest at −5\.0 dB/);
    assert.match(
      textOf(figure),
      /What 2 pairs of features add only together, most of all duration and decade, is not drawn/
    );
    assert.doesNotMatch(figure.outerHTML, /NaN|undefined|\bnulls?\b|Infinity/);
  });

  it("cuts off steep ends, and says so", () => {
    assert.doesNotMatch(textOf(figure), /cut off/);
    const steep = curve("loudness", [-20, -10, 0], [-9, 0.1, 0.2], {importance: 0.5, levels: false});
    const cut = shapesChart({shapes: [steep, key], surfaces: []});
    assert.match(textOf(cut), /Ends beyond ±1\.5 are cut off\./);
    assert.equal(cut.querySelectorAll("circle").length, 4);
  });

  it("draws a panel a feature, named for a screen reader, that fits a phone", () => {
    assert.equal(panels(figure).length, 3);
    for (const svg of figure.querySelectorAll(".plot-area svg")) {
      assert.equal(svg.getAttribute("width"), "320");
      assert.ok(svg.closest("[role=img]")!.getAttribute("aria-label")!.length > 20);
    }
  });

  it("draws curves warm above 0 and cool below it", () => {
    const strokes = [...panels(figure)[0].querySelectorAll("path[stroke^='var(--']")].map((p) =>
      p.getAttribute("stroke")
    );
    assert.deepEqual(strokes, ["var(--hit)", "var(--flop)"]);
  });

  it("draws levels as dots with bars, by their sign, and names them as musicians do", () => {
    const panel = panels(figure)[1];
    const fills = [...panel.querySelectorAll("circle")].map((dot) => dot.getAttribute("fill"));
    assert.deepEqual(fills, ["var(--hit)", "var(--flop)", "var(--hit)", "var(--flop)"]);
    assert.match(textOf(panel), /C.*D♯\/E♭/);
    assert.equal(panels(figure)[0].querySelectorAll("circle").length, 0);
  });

  it("tells what an unknown value adds, in words and in the table", () => {
    assert.match(textOf(panels(figure)[2]), /^Tempo \(BPM\) ±0\.01, unknown −0\.75/);
    const rows = [...opened(figure).querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent)
    );
    assert.equal(rows.length, 16 + 4 + 16 + 1);
    assert.deepEqual(rows.at(-1), ["Tempo", "–", "-0.75", "–", "–", "0.04"]);
    assert.deepEqual(rows[16], ["Key", "0", "0.2", "0.1", "0.3", "0.25"]);
  });

  it("leaves constant features out, and says so where nothing varies", () => {
    const constant = curve("energy", [0.5], [0]);
    const unknown = curve("liveness", [], [], {missing: 0});
    assert.equal(panels(shapesChart({shapes: [key, constant, unknown], surfaces: []})).length, 1);
    assert.match(textOf(shapesChart({shapes: [constant, unknown], surfaces: []})), /^No feature varies here/);
    const flat = shapesChart({shapes: [curve("key", [0, 1], [0, 0])], surfaces: []});
    assert.match(textOf(flat), /^No feature moves the glassbox on its own/);
    assert.doesNotMatch(textOf(flat), /only together/);
  });
});

describe("bySign(points)", () => {
  it("cuts a line where it crosses 0, both ends at the crossing", () => {
    const points = [
      {x: 0, y: 1},
      {x: 4, y: -3},
      {x: 5, y: 0}
    ];
    assert.deepEqual(
      bySign(points).map(({x, y, run, below}) => [x, y, run, below]),
      [
        [0, 1, 0, false],
        [1, 0, 0, false],
        [1, 0, 1, true],
        [4, -3, 1, true],
        [5, 0, 1, true],
        [5, 0, 2, false],
        [5, 0, 2, false]
      ]
    );
    assert.deepEqual(bySign([]), []);
  });
});
