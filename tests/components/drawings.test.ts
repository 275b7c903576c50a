// @vitest-environment jsdom
import assert from "node:assert/strict";
import {csvParseRows} from "d3-dsv";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {chartTools, csvBlob} from "../../src/components/chartTools.js";
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

/** jsdom's Blob cannot be read by itself. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}

describe("csvBlob({columns, rows})", () => {
  it("holds full numbers, empty cells for what is missing, and text that needs quotes in quotes", async () => {
    const rows = [
      ['say "hi", twice', 0.1234567890123, null],
      ["two\nlines", -7.5, 41_106]
    ] as const;
    const blob = csvBlob({columns: ["Title", "a", "b"], rows});
    assert.equal(blob.type, "text/csv");
    const text = await textOf(blob);
    assert.deepEqual(csvParseRows(text), [
      ["Title", "a", "b"],
      ['say "hi", twice', "0.1234567890123", ""],
      ["two\nlines", "-7.5", "41106"]
    ]);
    assert.ok(text.includes('"say ""hi"", twice"'));
  });

  it("disarms formulas in text and leaves numbers alone", async () => {
    const text = await textOf(
      csvBlob({
        columns: ["a", "b"],
        rows: [
          ['=HYPERLINK("http://x")', -1],
          ["-3.5", 0]
        ]
      })
    );
    assert.deepEqual(csvParseRows(text).slice(1), [
      ['\'=HYPERLINK("http://x")', "-1"],
      ["-3.5", "0"]
    ]);
  });
});

describe("chartTools({title, table, area})", () => {
  const saved: {name: string; blob: Blob}[] = [];
  let blobs: Blob[];

  beforeEach(() => {
    saved.length = 0;
    blobs = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob) - 1}`;
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({name: this.download, blob: blobs[Number(this.href.slice("blob:".length))]});
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  function tools(inside: string) {
    document.body.innerHTML = `<div>${inside}</div>`;
    const area = document.body.firstElementChild!;
    const table = {columns: ["a"], rows: [[1]]};
    const element = chartTools({title: "Hits, by <decade>: 50 %", table, area});
    return (label: string) => [...element.querySelectorAll("button")].find((b) => b.textContent === label)!.click();
  }

  it("saves the table as CSV, under a name made of the title", async () => {
    tools("")("CSV");
    assert.equal(saved[0].name, "hits-by-decade-50-.csv");
    assert.equal(await textOf(saved[0].blob), "a\n1");
  });

  it("saves the drawing as an SVG of its own, with the page's colours written in", async () => {
    const press = tools(`<svg><rect fill="red" style="stroke: rgb(1, 2, 3)"></rect><text></text></svg>`);
    const svg = document.querySelector("svg")!;
    svg.querySelector("text")!.textContent = "<script>alert(1)</script>";
    press("SVG");
    assert.match(saved[0].name, /\.svg$/);
    assert.equal(saved[0].blob.type, "image/svg+xml");
    const source = await textOf(saved[0].blob);
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    assert.equal(parsed.namespaceURI, "http://www.w3.org/2000/svg");
    assert.match(parsed.querySelector("rect")!.getAttribute("style")!, /stroke: rgb\(1, 2, 3\)/);
    assert.equal(parsed.querySelector("script"), null);
    assert.equal(parsed.querySelector("text")!.textContent, "<script>alert(1)</script>");
    assert.equal(svg.querySelector("text")!.getAttribute("style"), null); // the page's own drawing stays as it is
  });

  it("saves all drawings of a chart, each once, with the captions between them", async () => {
    const panel = (name: string) =>
      `<div><p> ${name}\n &lt;b&gt; </p><svg id="${name}"><svg></svg><circle></circle></svg></div>`;
    tools(panel("Energy") + panel("Tempo"))("SVG");
    const {documentElement} = new DOMParser().parseFromString(await textOf(saved[0].blob), "image/svg+xml");
    assert.deepEqual(
      [...documentElement.children].map(({tagName, id, textContent}) => [tagName, id || textContent]),
      [
        ["svg", "Energy"],
        ["svg", "Tempo"],
        ["text", "Energy <b>"],
        ["text", "Tempo <b>"]
      ]
    );
    assert.equal(documentElement.querySelectorAll("circle").length, 2);
  });

  it("does nothing where no drawing is yet", () => {
    const press = tools("");
    press("SVG");
    press("PNG");
    assert.deepEqual(saved, []);
  });
});
