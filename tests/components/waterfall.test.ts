// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {stepsOf, waterfall, type WaterfallBar} from "../../src/components/waterfall.js";

const bars: WaterfallBar[] = [
  {label: "Energy", value: "0.50", phi: 0.25},
  {label: "Tempo", value: "unknown", phi: -1.5},
  {label: "Key", value: "C", phi: 0},
  {label: "Mode", value: "major", phi: 1}
];

describe("stepsOf(base, bars)", () => {
  it("goes from the base value to the margin, strongest first, each bar from where the last ended", () => {
    const steps = stepsOf(0.5, bars);
    assert.deepEqual(
      steps.map(({name, from, to}) => [name, from, to]),
      [
        ["Tempo = unknown", 0.5, -1],
        ["Mode = major", -1, 0],
        ["Energy = 0.50", 0, 0.25],
        ["Key = C", 0.25, 0.25]
      ]
    );
    assert.deepEqual(
      bars.map(({label}) => label),
      ["Energy", "Tempo", "Key", "Mode"]
    );
    assert.deepEqual(stepsOf(0.5, []), []);
  });
});

describe("waterfall(base, bars, {width})", () => {
  it("draws a bar a feature, warm where it raises and cool where it lowers", () => {
    const svg = waterfall(0.5, bars, {width: 640});
    const fills = [...svg.querySelectorAll("[aria-label=bar] rect")].map((rect) => rect.getAttribute("fill"));
    assert.deepEqual(fills, ["var(--flop)", "var(--hit)", "var(--hit)", "var(--hit)"]);
    const texts = [...svg.querySelectorAll("[aria-label=text] text")].map((text) => text.textContent);
    assert.deepEqual(texts, ["−1.50", "+1.00", "+0.25", "+0.00"]);
  });

  it("shows values beside names where there is room", () => {
    const names = (width: number) =>
      [...waterfall(0.5, bars, {width}).querySelectorAll('[aria-label="y-axis tick label"] text')].map(
        (t) => t.textContent
      );
    assert.deepEqual(names(640), ["Tempo = unknown", "Mode = major", "Energy = 0.50", "Key = C"]);
    assert.deepEqual(names(320), ["Tempo", "Mode", "Energy", "Key"]);
  });

  it("draws hostile labels as text, and a song that no feature moves", () => {
    const svg = waterfall(0, [{label: "<script>alert(1)</script>", value: "<b>", phi: 0}], {width: 640});
    assert.equal(svg.querySelectorAll("script, b").length, 0);
    assert.ok(svg.textContent!.includes("<script>alert(1)</script> = <b>"));
    assert.doesNotMatch(svg.outerHTML, /NaN/);
  });
});
