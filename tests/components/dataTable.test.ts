// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {dataTable} from "../../src/components/dataTable.js";
import {droppedList} from "../../src/components/droppedList.js";
import {factList} from "../../src/components/factList.js";

const textsOf = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((cell) => cell.textContent!.trim());

describe("dataTable({columns, rows})", () => {
  it("shows numbers with four digits at most, whole ones in full, and a dash for what is missing", () => {
    const table = dataTable({
      columns: ["Name", "Number"],
      rows: [
        ["a", 0.123456],
        ["b", 41_106],
        ["c", null],
        ["d", -1234.56],
        ["e", 0]
      ]
    });
    assert.deepEqual(textsOf(table, "td"), ["a", "0.1235", "b", "41,106", "c", "–", "d", "-1235", "e", "0"]);
    assert.deepEqual(textsOf(table, "th[scope=col]"), ["Name", "Number"]);
  });

  it("sets a column right only if it holds no text", () => {
    const table = dataTable({
      columns: ["text", "mixed", "numbers"],
      rows: [
        ["a", 1, 1],
        ["b", "2", null]
      ]
    });
    const right = (selector: string) => [...table.querySelectorAll(selector)].map(({className}) => className === "num");
    assert.deepEqual(right("th"), [false, false, true]);
    assert.deepEqual(right("tr:last-child td"), [false, false, true]);
    assert.equal(dataTable({columns: ["empty"], rows: []}).querySelector("th")!.className, "");
  });

  it("shows hostile text as text", () => {
    const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">"\'&amp;\n=1';
    const table = dataTable({columns: [hostile], rows: [[hostile]]});
    assert.equal(table.querySelectorAll("script, img").length, 0);
    assert.equal(table.querySelector("td")!.textContent, hostile);
    assert.equal(table.querySelector("th")!.textContent, hostile);
  });
});

describe("droppedList({dropped, tracks})", () => {
  it("lists what was left out and why, without reasons that never came up", () => {
    const list = droppedList({dropped: {"repeated uri": 1_092, "<b>": 2, unused: 0}, tracks: 40_000});
    assert.match(list.textContent!.replace(/\s+/g, " "), /1,094 rows were read and left out; 40,000 tracks remain/);
    assert.deepEqual(textsOf(list, "td"), ["repeated uri", "1,092", "<b>", "2"]);
  });

  it("says so if nothing was", () => {
    for (const dropped of [{}, {unused: 0}] as Record<string, number>[]) {
      assert.equal(droppedList({dropped, tracks: 12_000}).textContent, "Nothing: all 12,000 rows are used.");
    }
  });
});

it("factList(facts) pairs each number with what it counts", () => {
  const list = factList([
    ["40,534", "tracks"],
    ["<i>", "artists"]
  ]);
  assert.deepEqual(textsOf(list, "dd"), ["40,534", "<i>"]);
  assert.deepEqual(textsOf(list, "dt"), ["tracks", "artists"]);
});
