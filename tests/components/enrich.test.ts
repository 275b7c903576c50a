// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {EnrichedResult} from "../../lib/wire/EnrichmentData.js";
import {enrichCoverage} from "../../src/components/enrichCoverage.js";
import {enrichInput} from "../../src/components/enrichInput.js";
import {MATCHED} from "../fixtures/enrichCoverage.js";

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const rowsOf = (element: Element) =>
  [...element.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => textOf(cell)));
const linksOf = (element: Element) => [...element.querySelectorAll("a")].map(({href}) => href);
const TERMS = ["https://developer.spotify.com/terms", "https://developer.spotify.com/policy"];

describe("enrichCoverage({coverage})", () => {
  it("shows, field by field, the shares of hits and of flops, and names Spotify with a link", () => {
    const shown = enrichCoverage({coverage: MATCHED});
    const [head, ...rows] = rowsOf(shown);
    assert.deepEqual(head, ["Field, of all", "Known", "Answered without it", "Not found", "Closed to this app", "Not asked yet"]); // prettier-ignore
    assert.equal(rows.length, 14);
    assert.deepEqual(rows[0], ["Release year, hits", "85.0 %", "5.0 %", "10.0 %", "0.0 %", "0.0 %"]);
    assert.deepEqual(rows[9], ["Followers of the artist, flops", "40.0 %", "0.0 %", "40.0 %", "20.0 %", "0.0 %"]);
    assert.deepEqual(linksOf(shown), ["https://open.spotify.com/", ...TERMS]);
    assert.match(textOf(shown), /between 2 November 2026 and 20 November 2026/);
    assert.match(textOf(shown), /models that predict and explain songs on this site never read it/);
  });

  it("can be walked: a scrolling region with a name, a header a column and a row", () => {
    const region = enrichCoverage({coverage: MATCHED}).querySelector("[role=region]")!;
    assert.equal(region.getAttribute("aria-label"), "What Spotify answered");
    assert.equal(region.getAttribute("tabindex"), "0");
    assert.equal(region.querySelectorAll("thead th[scope=col]").length, 6);
    assert.equal(region.querySelectorAll("tbody tr > th[scope=row]:first-child").length, 14);
  });

  it("has columns for answers of no use and tracks without an id only where there are some", () => {
    const fields = MATCHED.fields.map((field) => ({...field, hits: {...field.hits, unusable: 100}}));
    const [head, first] = rowsOf(enrichCoverage({coverage: {...MATCHED, fields}}));
    assert.deepEqual(head.slice(-2), ["No use in the answer", "Not asked yet"]);
    assert.equal(first.at(-2), "50.0 %");
  });

  it("says what enrichment would add and how to ask where nothing was asked, without a table", () => {
    const shown = enrichCoverage({coverage: null});
    assert.equal(shown.querySelector("table"), null);
    assert.match(textOf(shown), /nothing was asked.*npm run enrich asks/);
    assert.deepEqual(linksOf(shown), TERMS);
  });

  it("has no table where no answer is about the study", () => {
    const shown = enrichCoverage({coverage: {...MATCHED, asked: null}});
    assert.equal(shown.querySelector("table"), null);
    assert.match(textOf(shown), /none is about a track of this study/);
  });
});

describe("enrichInput({isInput, exam})", () => {
  const result = (set: EnrichedResult["set"], id: "logistic" | "boosted", auc: number): EnrichedResult => ({
    set,
    id,
    metrics: {auc: {value: auc, low: auc - 0.01, high: auc + 0.01}, ece: {value: 0.01, low: 0, high: 0.02}},
    gain: set === "sound" ? null : {value: auc - 0.8, low: 0, high: 0.2, pValue: 0.01},
    beyond: set === "after" ? {value: 0.012, low: 0.011, high: 0.013, pValue: 0.01} : null
  });
  const exam = (["sound", "answered", "before", "after"] as const).flatMap((set, k) => [
    result(set, "logistic", 0.78 + k / 50),
    result(set, "boosted", 0.8 + k / 50)
  ]);

  it("says that it is off, how to turn it on, and what the terms say", () => {
    const shown = enrichInput({isInput: false, exam: null});
    assert.match(textOf(shown), /^Off\..*ENRICHMENT_AS_INPUT=1 npm run build.*other pages.*never read/);
    assert.deepEqual(linksOf(shown), TERMS);
    assert.equal(shown.querySelector("table"), null);
  });

  it("says so where it is on and there is nothing to read", () => {
    assert.match(
      textOf(enrichInput({isInput: true, exam: null})),
      /^Switched on, with nothing to read.*npm run enrich/
    );
  });

  it("compares every set with the sound alone, and warns in words of what is measured after the fact", () => {
    const shown = enrichInput({isInput: true, exam});
    const rows = rowsOf(shown);
    assert.deepEqual(rows[0], [
      "Given",
      "Model",
      "AUC",
      "Gain over sound alone",
      "Gain over the matching alone",
      "ECE"
    ]);
    assert.deepEqual(rows[1].slice(0, 4), ["Sound alone", "Logistic regression", ".780.770 to .790", "–"]);
    assert.deepEqual(rows[2].slice(0, 2), ["Boosted trees", ".800.790 to .810"]);
    assert.match(rows[8][2], /^\+\.060/);
    assert.match(rows[8][3], /^\+\.012/);
    assert.equal(shown.querySelectorAll("tbody th[scope=rowgroup][rowspan='2']").length, 4);
    const warned = [...shown.querySelectorAll("ul.caveat li")].map(textOf);
    assert.equal(warned.filter((text) => /measured after the fact.*today, after the song was or was not a hit/.test(text)).length, 3); // prettier-ignore
    assert.ok(warned.includes("Popularity of the track (measured after the fact). Popularity is measured today, after the song was or was not a hit.")); // prettier-ignore
    assert.deepEqual(linksOf(shown), TERMS);
  });
});
