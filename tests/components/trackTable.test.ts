// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {songPicker} from "../../src/components/songPicker.js";
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

describe("songPicker(data, start)", () => {
  const data = {
    controls: [
      {name: "energy", low: 0, high: 1, median: 0.5},
      {name: "tempo", low: 0, high: 300, median: null}
    ],
    songs: [
      {...HOSTILE, hit: true, p: 0.25, x: [0.1, null]},
      {title: "b", artist: "B", hit: false, p: 0.999, x: [0.2, 99]}
    ]
  } as unknown as PredictData;

  function picker() {
    const started: (readonly (number | null)[])[] = [];
    const element = songPicker(data, (values) => started.push(values));
    const select = element.querySelector("select")!;
    const pick = (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event("input"));
    };
    return {element, select, started, pick, note: () => element.querySelector("output")!.textContent};
  }

  it("starts from a track's values and says how it was labelled and judged", () => {
    const {started, pick, note} = picker();
    pick("0");
    assert.equal(note(), "a hit; 25\u00a0% by a model that had not heard the artist");
    pick("1");
    assert.equal(note(), "a flop; >\u00a099\u00a0% by a model that had not heard the artist");
    assert.deepEqual(started, [
      [0.1, null],
      [0.2, 99]
    ]);
  });

  it("goes back to the middle of the study, unknown where that is", () => {
    const {started, pick, note} = picker();
    pick("0");
    pick("-1");
    assert.deepEqual(started[1], [0.5, null]);
    assert.equal(note(), "");
  });

  it("lists hostile names as text", () => {
    const {element, select} = picker();
    assert.equal(element.querySelectorAll("script").length, 0);
    assert.equal(select.options[1].textContent, `${HOSTILE.title} – ${HOSTILE.artist}`);
  });
});
