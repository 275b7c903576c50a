import assert from "node:assert/strict";
import {csvParseRows} from "d3-dsv";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {featureReader} from "../../../loaders/score/featureReader.js";
import {scoredCsv} from "../../../loaders/score/scoredCsv.js";
import {allOf, csvOf} from "./csvOf.js";

/** A model cheap to check by eye: a hundredth of the first feature. */
const hundredth = (X: Columns) => Promise.resolve(Float64Array.from(X.columns[0], (x) => x / 100));

async function score(header: string[], rows: string[][], names: string[], rowsPerBatch = 2) {
  const csv = csvOf(header, rows);
  const reader = featureReader(header, names, csv.name);
  return (await allOf(scoredCsv(csv, reader, hundredth, {rowsPerBatch, inFlight: 2}))).join("");
}

describe("scoredCsv(csv, reader, predict, options)", () => {
  it("adds p_hit at the end and carries the rest, whatever the size of the batches", async () => {
    const rows = Array.from({length: 7}, (_, i) => [`t${i}`, `0${i}.50`, ""]);
    const expected = ["title,x,note,p_hit", ...rows.map((cells, i) => `${cells.join(",")},${(2 * i + 1) / 200}`), ""];
    for (const rowsPerBatch of [1, 2, 6, 7, 8]) {
      assert.equal(await score(["title", "x", "note"], rows, ["x"], rowsPerBatch), expected.join("\n"));
    }
  });

  it("prints probabilities with nine digits", async () => {
    const rows = [["33.33333333333333"], ["1e-7"], ["0"], ["100"]];
    assert.equal(
      await score(["x"], rows, ["x"], 4),
      "x,p_hit\n33.33333333333333,0.333333321\n1e-7,1.00000001e-9\n0,0\n100,1\n"
    );
  });

  it("writes a header alone for a table without rows", async () => {
    assert.equal(await score(["x"], [], ["x"]), "x,p_hit\n");
  });

  it("makes text safe that a spreadsheet would run, in cells and header, and leaves numbers alone", async () => {
    const hostile = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@sum", "\tx", "<script>alert(1)</script>"];
    const harmless = ["-7.5", "+3", "1E-05", "007", "True", "4 AM"];
    const rows = [...hostile, ...harmless].map((text) => [text, "-7.5 "]);
    const [header, ...cells] = csvParseRows(await score(["=cmd", "x"], rows, ["x"]));
    assert.deepEqual(header, ["'=cmd", "x", "p_hit"]);
    assert.deepEqual(
      cells.map(([text]) => text),
      [...hostile.slice(0, 5).map((text) => `'${text}`), hostile[5], ...harmless]
    );
    assert.ok(cells.every(([, x]) => x === "-7.5 "));
  });

  it("quotes what needs it, so that it reads back the same", async () => {
    const texts = ['say "hi"', "a,b", "two\nlines", "two\r\nlines", "\r", '"', "", " spaced ", "é–🎵"];
    const safe = texts.map((text) => (text === "\r" ? "'\r" : text));
    const output = await score(
      ['odd "name", here', "x"],
      texts.map((text) => [text, "1"]),
      ["x"]
    );
    const [header, ...cells] = csvParseRows(output);
    assert.equal(header[0], 'odd "name", here');
    assert.deepEqual(
      cells.map(([text]) => text),
      safe
    );
  });

  it("refuses a column p_hit", async () => {
    await assert.rejects(
      score(["x", " p_hit"], [], ["x"]),
      /^InputError: t\.csv, line 1, column "p_hit": expected no such/
    );
  });

  it("reports the rows done", async () => {
    const rows = Array.from({length: 5}, () => ["1"]);
    const csv = csvOf(["x"], rows);
    const done: number[] = [];
    const onRows = (n: number) => done.push(n);
    const reader = featureReader(csv.header, ["x"], csv.name);
    await allOf(scoredCsv(csv, reader, hundredth, {rowsPerBatch: 2, inFlight: 1, onRows}));
    assert.deepEqual(done, [2, 2, 1]);
  });
});
