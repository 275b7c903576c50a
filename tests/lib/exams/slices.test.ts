import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {sliceRows} from "../../../lib/exams/slices.js";

function columnsOf(values: Record<string, number[]>) {
  const columns = Object.values(values).map((column) => Float32Array.from(column));
  return {names: Object.keys(values), columns, length: columns[0].length};
}

const plain = (X: ReturnType<typeof columnsOf>) => sliceRows(X).map(({by, label, rows}) => [by, label, ...rows]);

describe("sliceRows(X)", () => {
  it("tells decades apart, the earliest first and unknown ones last", () => {
    assert.deepEqual(plain(columnsOf({decade: [2010, 1960, NaN, 2010, 1980]})), [
      ["Decade", "1960s", 1],
      ["Decade", "1980s", 4],
      ["Decade", "2010s", 0, 3],
      ["Decade", "unknown", 2]
    ]);
  });

  it("puts each limit where its label says", () => {
    const tempo = [89.9, 90, 119.9, 120, 149.9, 150, NaN];
    const duration_ms = [149_999, 150_000, 239_999, 240_000, NaN, 1, 1];
    const instrumentalness = [0, 0.5, 0.51, 1, NaN, 0, 0];
    assert.deepEqual(plain(columnsOf({tempo, instrumentalness, duration_ms})), [
      ["Duration", "under 2:30", 0, 5, 6],
      ["Duration", "2:30 to 4:00", 1, 2],
      ["Duration", "4:00 and over", 3],
      ["Duration", "unknown", 4],
      ["Vocals", "vocal", 0, 1, 5, 6],
      ["Vocals", "instrumental", 2, 3],
      ["Vocals", "unknown", 4],
      ["Tempo", "under 90 BPM", 0],
      ["Tempo", "90 to 120 BPM", 1, 2],
      ["Tempo", "120 to 150 BPM", 3, 4],
      ["Tempo", "150 BPM and over", 5],
      ["Tempo", "unknown", 6]
    ]);
  });

  it("leaves out what has no tracks, and kinds whose column is absent", () => {
    assert.deepEqual(plain(columnsOf({energy: [0.5], tempo: [100]})), [["Tempo", "90 to 120 BPM", 0]]);
    assert.deepEqual(plain(columnsOf({energy: [0.5]})), []);
    assert.deepEqual(plain(columnsOf({decade: [], tempo: []})), []);
  });
});
