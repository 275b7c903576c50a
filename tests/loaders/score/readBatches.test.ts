import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {featureReader} from "../../../loaders/score/featureReader.js";
import {readBatches} from "../../../loaders/score/readBatches.js";
import {allOf, csvOf} from "./csvOf.js";

const numbers = (n: number) => Array.from({length: n}, (_, i) => [String(i), `row ${i}`]);
const carry = (cells: readonly string[]) => cells[1];

function read(rows: string[][], options: {rowsPerBatch: number; perRead?: number; signal?: AbortSignal}) {
  const csv = csvOf(["x", "t"], rows, options.perRead);
  return readBatches(csv, featureReader(csv.header, ["x"], csv.name), {carry, ...options});
}

describe("readBatches(csv, reader, options)", () => {
  for (const [rows, rowsPerBatch, perRead] of [
    [0, 4, 3],
    [1, 4, 3],
    [3, 4, 3],
    [4, 4, 3],
    [5, 4, 4],
    [8, 4, 8],
    [9, 1, 2],
    [10, 3, 100]
  ]) {
    it(`hands over ${rows} rows, each once and in order, at most ${rowsPerBatch} at a time`, async () => {
      const batches = await allOf(read(numbers(rows), {rowsPerBatch, perRead}));
      assert.deepEqual(
        batches.map(({X}) => X.length),
        Array.from({length: Math.ceil(rows / rowsPerBatch)}, (_, k) => Math.min(rowsPerBatch, rows - k * rowsPerBatch))
      );
      for (const {X, carried} of batches) {
        assert.equal(X.columns[0].length, X.length);
        assert.equal(carried.length, X.length);
      }
      assert.deepEqual(
        batches.flatMap(({X}) => [...X.columns[0]]),
        Array.from({length: rows}, (_, i) => i)
      );
      assert.deepEqual(
        batches.flatMap(({carried}) => carried),
        numbers(rows).map(carry)
      );
    });
  }

  it("keeps batches of long rows short", async () => {
    const long = "x".repeat(1 << 21);
    const batches = await allOf(
      read(
        Array.from({length: 5}, () => ["1", long]),
        {rowsPerBatch: 100}
      )
    );
    assert.deepEqual(
      batches.map(({X}) => X.length),
      [2, 2, 1]
    );
  });

  it("tells the line of a cell that cannot be read", async () => {
    const rows = numbers(9);
    rows[7] = ["seven", "t"];
    await assert.rejects(allOf(read(rows, {rowsPerBatch: 4})), {
      message: 't.csv, line 9, column "x": expected a finite number; got "seven"'
    });
  });

  it("stops when aborted", async () => {
    const stopper = new AbortController();
    const batches = read(numbers(9), {rowsPerBatch: 2, perRead: 2, signal: stopper.signal});
    await batches.next();
    stopper.abort();
    await assert.rejects(batches.next(), {name: "AbortError"});
  });
});
