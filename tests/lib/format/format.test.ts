import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES, type Unit} from "../../../lib/features/features.js";
import {axisLabel} from "../../../lib/format/axisLabel.js";
import {formatBin} from "../../../lib/format/formatBin.js";
import {formatFeature} from "../../../lib/format/formatFeature.js";
import {formatList} from "../../../lib/format/formatList.js";
import {formatMeasure} from "../../../lib/format/formatMeasure.js";
import {formatPercent} from "../../../lib/format/formatPercent.js";
import {formatPoints} from "../../../lib/format/formatPoints.js";
import {formatPValue} from "../../../lib/format/formatPValue.js";
import {formatTick} from "../../../lib/format/formatTick.js";

describe("formatFeature(feature, value)", () => {
  const cases: [Unit, number, string][] = [
    ["key", 0, "C"],
    ["key", 6, "F♯/G♭"],
    ["key", 11, "B"],
    ["key", 12, "12"], // no key: shown as it is
    ["mode", 0, "minor"],
    ["mode", 1, "major"],
    ["ms", 200_000, "3:20"],
    ["ms", 59_999, "1:00"],
    ["ms", 4_200_000, "70:00"],
    ["s", 5.4, "0:05"],
    ["dB", -7.25, "−7.3 dB"],
    ["dB", -0.04, "0.0 dB"],
    ["BPM", 119.6, "120 BPM"],
    ["beats", 4, "4 beats a bar"],
    ["beats", 1, "1 beat a bar"],
    ["year", 1960, "1960s"],
    ["count", 9, "9"],
    ["", 0, "0.00"],
    ["", 0.0003, "< 0.01"],
    ["", 0.01, "0.01"],
    ["", -0.004, "0.00"],
    ["", 1, "1.00"]
  ];
  it.each(cases)("shows %s %d as a musician reads it", (unit, value, shown) => {
    assert.equal(formatFeature({unit}, value), shown);
  });

  it("calls a missing value unknown, whatever its unit", () => {
    for (const feature of FEATURES) assert.equal(formatFeature(feature, NaN), "unknown");
  });
});

it("formatPercent(p) has no false digits and says 0 % and 100 % only of 0 and 1", () => {
  const shown = [0, 0.0001, 0.0049, 0.005, 0.5, 0.994, 0.995, 0.9999, 1].map(formatPercent);
  const expected = ["0 %", "< 1 %", "< 1 %", "1 %", "50 %", "99 %", "> 99 %", "> 99 %", "100 %"];
  assert.deepEqual(
    shown,
    expected.map((text) => text.replaceAll(" ", "\u00a0"))
  );
});

it("formatTick(feature, value) leaves out the unit that the axis names, and keeps names of values", () => {
  const shown = (unit: Unit, value: number) => formatTick({unit}, value);
  assert.equal(shown("dB", -7.5), "−7.5");
  assert.equal(shown("BPM", 120), "120");
  assert.equal(shown("beats", 4), "4");
  assert.equal(shown("count", 9), "9");
  assert.equal(shown("", 0.1 + 0.2), "0.3");
  assert.equal(shown("ms", 200_000), "3:20");
  assert.equal(shown("s", 61), "1:01");
  assert.equal(shown("key", 1), "C♯/D♭");
  assert.equal(shown("year", 1980), "1980s");
});

it("axisLabel(feature) names the unit where ticks leave it out, or count minutes", () => {
  const labels = Object.fromEntries(FEATURES.map((feature) => [feature.name, axisLabel(feature)]));
  assert.equal(labels.loudness, "Loudness (dB)");
  assert.equal(labels.tempo, "Tempo (BPM)");
  assert.equal(labels.duration_ms, "Duration (min:sec)");
  assert.equal(labels.chorus_hit, "Start of chorus (min:sec)");
  assert.equal(labels.energy, "Energy");
  assert.equal(labels.key, "Key");
  assert.equal(labels.decade, "Decade");
});

it("formatBin(feature, from, to) names the value of a bin that holds one, else its range", () => {
  const feature = (name: string) => FEATURES.find((feature) => feature.name === name)!;
  assert.equal(formatBin(feature("key"), -0.5, 0.5), "C");
  assert.equal(formatBin(feature("key"), 10.5, 11.5), "B");
  assert.equal(formatBin(feature("mode"), 0.5, 1.5), "major");
  assert.equal(formatBin(feature("decade"), 1955, 1965), "1960s");
  assert.equal(formatBin(feature("time_signature"), 2, 4), "2 beats a bar to 4 beats a bar");
  assert.equal(formatBin(feature("sections"), 8, 9), "8 to 9");
  assert.equal(formatBin(feature("energy"), 0.25, 0.5), "0.25 to 0.50");
});

it("formatMeasure(value, {signed}) has three decimals and no leading zero, and a plus only where asked", () => {
  assert.deepEqual([0.8861, 1, 0, -0.0123, 12.5].map((value) => formatMeasure(value)), [".886", "1.000", ".000", "−.012", "12.500"]); // prettier-ignore
  const signed = [0.012, -0.012, 0.0004, -0.0004, 1].map((value) => formatMeasure(value, {signed: true}));
  assert.deepEqual(signed, ["+.012", "−.012", ".000", ".000", "+1.000"]);
});

it("formatPValue(p) says no more than a p-value tells", () => {
  const shown = [0, 0.00099, 0.001, 0.0324, 0.0996, 0.1, 0.21, 1].map(formatPValue);
  const expected = ["p < .001", "p < .001", "p = .001", "p = .032", "p = .100", "p = .10", "p = .21", "p = 1.00"];
  assert.deepEqual(
    shown,
    expected.map((text) => text.replaceAll(" ", "\u00a0"))
  );
});

it("formatPoints(difference) has a tenth of a percentage point", () => {
  assert.deepEqual([0.0084, 0.01, 0].map(formatPoints), ["0.8\u00a0points", "1.0\u00a0points", "0.0\u00a0points"]);
});

it("formatList(names) lists as a sentence does", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(formatList), ["", "a", "a and b", "a, b and c"]);
});
