import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {formatNumber} from "../../../lib/insights/formatNumber.js";
import {alone, ledger} from "../../../lib/insights/ledger.js";
import {said} from "../../../lib/insights/said.js";
import {saidList} from "../../../lib/insights/saidList.js";
import {saidText} from "../../../lib/insights/saidText.js";

const entry = {what: "share of hits", format: "share", stage: "here"} as const;

describe("said`...`", () => {
  it("joins words and keeps numbers as references", () => {
    const {enter} = ledger();
    const share = enter("share", {of: 0.5, ...entry});
    assert.deepEqual(said`Of ${"all"} hits ${share}${said`, or ${share}`}.`, [
      "Of all hits ",
      {number: "share"},
      ", or ",
      {number: "share"},
      "."
    ]);
    assert.deepEqual(said``, []);
  });

  it("refuses digits in text, words and any script", () => {
    assert.throws(() => said`Of 100 hits`, /^RangeError: said requires text without digits; got "Of 100 hits"$/);
    assert.throws(() => said`Of ${"two hits of 3"}`, RangeError);
    assert.throws(() => said`Of ${"½"} the hits`, RangeError);
    assert.throws(() => said`Of ${"٣"} hits`, RangeError);
  });
});

it("saidList(items) lists as a sentence does", () => {
  const listed = (...items: string[]) => saidText(saidList(items.map((item) => said`${item}`)), []);
  assert.deepEqual(
    [listed(), listed("a"), listed("a", "b"), listed("a", "b", "c")],
    ["", "a", "a and b", "a, b and c"]
  );
});

describe("saidText(prose, numbers)", () => {
  it("writes numbers out, with their intervals, or alone", () => {
    const {enter, numbers} = ledger();
    const share = enter("share", {of: {value: 0.5, low: 0.4, high: 0.61}, ...entry});
    const auc = enter("auc", {...entry, of: {value: 0.886, low: 0.88, high: 0.89}, format: "measure"});
    const tracks = enter("tracks", {...entry, of: 1234, format: "count"});
    assert.equal(
      saidText(said`${alone(share)}; ${share}; ${auc}; ${tracks}.`, numbers),
      "50.0\u00a0%; 50.0\u00a0% (40.0 to 61.0\u00a0%); .886 (.880 to .890); 1,234."
    );
  });

  it("refuses a number that is not in the ledger", () => {
    assert.throws(() => saidText([{number: "auc"}], []), /saidText requires a number of the ledger; got "auc"/);
  });
});

describe("ledger()", () => {
  it("keeps numbers to six digits with what they are and where they come from", () => {
    const {enter, numbers} = ledger();
    enter("share", {of: {value: 0.123456789, low: 0.1, high: 0.2}, ...entry});
    enter("bare", {of: 1960, ...entry});
    assert.deepEqual(numbers, [
      {id: "share", value: 0.123457, low: 0.1, high: 0.2, ...entry},
      {id: "bare", value: 1960, low: null, high: null, ...entry}
    ]);
  });

  it("refuses a second number of an id, and what is not finite", () => {
    const {enter} = ledger();
    enter("share", {of: 0.5, ...entry});
    assert.throws(() => enter("share", {of: 0.6, ...entry}), /distinct ids/);
    for (const of of [NaN, Infinity, {value: 0.5, low: NaN, high: 1}]) {
      assert.throws(() => enter("other", {of, ...entry}), /finite/);
    }
  });
});

it("formatNumber(format, value) writes each kind as readers read it", () => {
  const written = [
    formatNumber("measure", 0.8864),
    formatNumber("change", 0.012),
    formatNumber("change", -0.0001),
    formatNumber("share", 0.8864),
    formatNumber("percent", 0.8864),
    formatNumber("points", 0.0551),
    formatNumber("count", 40534),
    formatNumber("decade", 1960),
    formatNumber("deviations", 0.307),
    formatNumber("deviations", -0.005),
    formatNumber("deviations", 0.004),
    formatNumber("logOdds", 0.3),
    formatNumber("length", 221_000)
  ];
  const nbsp = "\u00a0";
  assert.deepEqual(written, [
    ".886",
    "+.012",
    ".000",
    `88.6${nbsp}%`,
    `89${nbsp}%`,
    `5.5${nbsp}points`,
    "40,534",
    "1960s",
    "+0.31",
    "−0.01",
    "0.00",
    "0.30",
    "3:41"
  ]);
});
