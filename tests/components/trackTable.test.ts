// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {trackTable} from "../../src/components/trackTable.js";

const HOSTILE = {title: "<script>alert(1)</script>\n\"'", artist: '=HYPERLINK("http://x")'};
const SAMPLES = [
  {title: "missed hit", artist: "a", decade: 1960, hit: true, p: 0.02},
  {title: "false alarm", artist: "b", decade: 1970, hit: false, p: 0.95},
  {title: "sure hit", artist: "c", decade: 1980, hit: true, p: 0.99},
  {title: "sure flop", artist: "d", decade: 1990, hit: false, p: 0.03},
  {title: "toss-up", artist: "e", decade: 2000, hit: true, p: 0.5},
  {...HOSTILE, decade: null, hit: false, p: 0.6}
];

const cells = (element: Element, column: number) =>
  [...element.querySelectorAll(`td:nth-child(${column})`)].map((cell) => cell.textContent);

describe("trackTable(samples, {shown})", () => {
  it("shows the tracks the model was most wrong about first", () => {
    const table = trackTable(SAMPLES, {shown: 3});
    assert.deepEqual(cells(table, 1), ["missed hit", "false alarm", HOSTILE.title]);
    assert.deepEqual(cells(table, 4), ["hit", "flop", "flop"]);
    assert.deepEqual(cells(table, 5), ["2\u00a0%", "95\u00a0%", "60\u00a0%"]);
  });

  it("has no column of decades where none is known", () => {
    const undated = trackTable(SAMPLES.map((sample) => ({...sample, decade: null})));
    const names = [...undated.querySelectorAll("th")].map((cell) => cell.textContent);
    assert.deepEqual(names, ["Title", "Artist", "Label", "Hit probability"]);
    assert.equal(cells(undated, 3)[0], "hit");
  });

  it("shows the most typical and the toss-ups when asked", () => {
    const table = trackTable(SAMPLES, {shown: 2});
    const choose = (label: string) =>
      [...table.querySelectorAll("button")].find((button) => button.textContent!.trim() === label)!.click();
    choose("Most typical");
    assert.deepEqual(cells(table, 1), ["sure hit", "sure flop"]);
    choose("Toss-ups");
    assert.deepEqual(cells(table, 1), ["toss-up", HOSTILE.title]);
    choose("Most surprising");
    assert.deepEqual(cells(table, 1), ["missed hit", "false alarm"]);
  });

  it("shows hostile names as text and a dash for an unknown decade", () => {
    const table = trackTable(SAMPLES);
    assert.equal(table.querySelectorAll("script").length, 0);
    const row = cells(table, 1).indexOf(HOSTILE.title);
    assert.equal(cells(table, 2)[row], HOSTILE.artist);
    assert.equal(cells(table, 3)[row], "–");
    assert.equal(cells(table, 3)[0], "1960s");
  });
});
