// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {forcePlot, pushesOf} from "../../src/components/forcePlot.js";
import {percentTicks, waterfall, type WaterfallBar} from "../../src/components/waterfall.js";

const bars: WaterfallBar[] = [
  {label: "Energy", value: "0.50", phi: 0.25},
  {label: "Tempo", value: "unknown", phi: -1.5, unstable: true},
  {label: "Key", value: "C", phi: 0},
  {label: "Mode", value: "major", phi: 1}
];
const end = 0.5 - 0.25;

describe("pushesOf(end, bars)", () => {
  it("meets at the prediction, the widest push next to it on either side, each where the stronger one ends", () => {
    assert.deepEqual(
      pushesOf(end, bars).map(({label, from, to}) => [label, from, to]),
      [
        ["Tempo", end + 1.5, end],
        ["Mode", end - 1, end],
        ["Energy", end - 1.25, end - 1]
      ]
    );
    assert.deepEqual(pushesOf(0, []), []);
  });
});

/** The corners of each arrow, in px. */
const arrowsOf = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll("path[fill-opacity]")].map((path) => ({
    fill: path.getAttribute("fill"),
    opacity: path.getAttribute("fill-opacity"),
    title: path.textContent,
    x: [...path.getAttribute("d")!.matchAll(/[ML]([-\d.]+),/g)].map(([, px]) => Number(px))
  }));

describe("forcePlot(base, bars, {space, width})", () => {
  it("points warm arrows right and cool ones left, to the same place, as wide as they are strong", () => {
    const [tempo, mode, energy] = arrowsOf(forcePlot(0.5, bars, {space: "log-odds", width: 640}));
    assert.deepEqual([tempo.fill, mode.fill, energy.fill], ["var(--flop)", "var(--hit)", "var(--hit)"]);
    assert.deepEqual([tempo.opacity, mode.opacity], ["0.4", "1"]);
    assert.deepEqual([tempo.title, energy.title], ["Tempo unknown", "Energy 0.50"]);
    const [, cool, coolTip, , , coolTail] = tempo.x;
    const [, warm, warmTip, , , warmTail] = mode.x;
    assert.equal(coolTip, warmTip);
    assert.ok(cool > coolTip && warm < warmTip, "tips point to the prediction");
    assert.ok(Math.abs((coolTail - coolTip) / (warmTip - warmTail) - 1.5) < 1e-3);
    assert.equal(energy.x[2], warmTail);
    assert.ok([tempo, mode, energy].every(({x}) => x.every((px) => px >= 0 && px <= 640)));
  });

  it("names the pushes that have room, and says the prediction in percent in either unit", () => {
    const texts = (width: number, space: "log-odds" | "probability") =>
      [...forcePlot(0.5, bars, {space, width}).querySelectorAll("[aria-label=text] text")].map((t) => t.textContent);
    assert.deepEqual(texts(640, "log-odds"), ["Tempo unknown", "Mode major", "56\u00a0%"]); // 1 / (1 + e^-.25) = .562
    assert.deepEqual(texts(640, "probability").at(-1), "25\u00a0%");
    assert.deepEqual(texts(240, "log-odds"), ["Tempo unknown", "56\u00a0%"]);
  });

  it("draws hostile names as text, and a song that nothing moves", () => {
    const hostile = [{label: "<script>alert(1)</script>", value: "<b>", phi: 1}];
    const svg = forcePlot(0, hostile, {space: "log-odds", width: 640});
    assert.equal(svg.querySelectorAll("script, b").length, 0);
    assert.ok(svg.textContent!.includes("<script>alert(1)</script> <b>"));
    const still = forcePlot(0.5, [{label: "Key", value: "C", phi: 0}], {space: "probability", width: 640});
    assert.equal(arrowsOf(still).length, 0);
    assert.doesNotMatch(still.outerHTML, /NaN|Infinity/);
  });
});

describe("waterfall(base, bars, {width, space}) beyond log-odds", () => {
  const number = (element: Element, name: string) => Number(element.getAttribute(name));

  const intervals = (svg: SVGSVGElement) => [...svg.querySelectorAll("[aria-label=rule]:not([stroke-dasharray]) line")];

  it("draws intervals as thin lines around the end of their bar, and unstable bars faint", () => {
    const known = bars.map((bar) => (bar.label === "Key" ? bar : {...bar, error: 0.5}));
    const svg = waterfall(0.5, known, {width: 640});
    const rects = [...svg.querySelectorAll("[aria-label=bar] rect")];
    assert.deepEqual(
      rects.map((rect) => number(rect, "fill-opacity")),
      [0.4, 1, 1, 1]
    );
    const lines = intervals(svg);
    assert.equal(lines.length, 3);
    const unit = number(rects[0], "width") / 1.5; // px a log-odd
    const end = number(rects[0], "x");
    assert.ok(Math.abs(number(lines[0], "x1") - (end - 0.5 * unit)) < 0.03);
    assert.ok(Math.abs(number(lines[0], "x2") - (end + 0.5 * unit)) < 0.03);
    const places = lines.flatMap((line) => [number(line, "x1"), number(line, "x2")]);
    assert.ok(Math.min(...places) >= 210 && Math.max(...places) <= 600, "nothing leaves the frame");
    assert.equal(intervals(waterfall(0.5, bars, {width: 640})).length, 0);
  });

  it("is in points where probabilities add up", () => {
    const svg = waterfall(0.5, [{label: "Energy", value: "0.50", phi: -0.0234}], {width: 640, space: "probability"});
    const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    assert.ok(texts.includes("−2.3"), texts.join());
    assert.ok(texts.includes("50 %") && texts.some((text) => text!.startsWith("Probability; bars in points")));
    assert.ok(!texts.some((text) => text!.includes("log-odds")));
  });
});

describe("percentTicks(domain, space, widthPx)", () => {
  const percents = (low: number, high: number, widthPx: number) =>
    percentTicks([low, high], "log-odds", widthPx).map((x) => Math.round(100 / (1 + Math.exp(-x))));

  it("has one half before others, in order, and as many as have room", () => {
    assert.deepEqual(percents(-6, 6, 1200), [1, 5, 10, 25, 50, 75, 90, 95, 99]);
    assert.deepEqual(percents(-6, 6, 200), [1, 50, 99]);
    assert.deepEqual(percents(-1, 1, 300), [50]);
    assert.deepEqual(percents(-9, -5, 300), []);
  });

  it("stays among probabilities", () => {
    assert.deepEqual(percentTicks([-0.1, 1.1], "probability", 600), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(percentTicks([0.42, 0.55], "probability", 100), [0.45, 0.5, 0.55]);
  });
});
