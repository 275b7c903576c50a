import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {parseFeature} from "../../../lib/csv/parseFeature.js";
import {FEATURES} from "../../../lib/features/features.js";

const feature = (name: string) => FEATURES.find((f) => f.name === name)!;

it("parseFeature(cell, feature) reads any number in range as it was written", () => {
  for (const f of FEATURES) {
    const inRange = fc.double({min: f.min, max: f.max, noNaN: true}).filter((value) => value !== 0);
    fc.assert(fc.property(inRange, (value) => assert.equal(parseFeature(String(value), f), value)));
  }
  assert.equal(parseFeature(" 3e-05 ", feature("energy")), 3e-5);
  assert.equal(parseFeature("+.5", feature("energy")), 0.5);
});

it("parseFeature(cell, feature) takes an empty cell, and 0 where it means unknown, for missing", () => {
  assert.ok(Number.isNaN(parseFeature("", feature("energy"))));
  assert.ok(Number.isNaN(parseFeature("  ", feature("energy"))));
  assert.ok(Number.isNaN(parseFeature("0.0", feature("tempo"))));
  assert.equal(parseFeature("0", feature("energy")), 0);
});

it("parseFeature(cell, feature) refuses what is no plain number in range, and says what was expected", () => {
  const refused = [
    "NaN",
    "nan",
    "inf",
    "Infinity",
    "-Infinity",
    "1,5",
    "abc",
    "0x10",
    "1e999",
    "1_0",
    "--1",
    "1 2",
    "1e",
    "."
  ];
  for (const cell of [...refused, "-1", "300.001"]) {
    assert.throws(() => parseFeature(cell, feature("tempo")), RangeError, cell);
  }
  assert.throws(() => parseFeature("fast", feature("tempo")), {
    message: 'expected a number from 0 to 300 BPM; got "fast"'
  });
  assert.throws(() => parseFeature("12", feature("key")), {message: 'expected a number from 0 to 11; got "12"'});
});
