import assert from "node:assert/strict";
import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import {it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import type {CsvFile} from "../../../loaders/csv/openCsv.js";
import {featureReader} from "../../../loaders/score/featureReader.js";
import {scoredCsv} from "../../../loaders/score/scoredCsv.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes in use, typed arrays included, once garbage is gone. */
function bytesInUse(): number {
  collectGarbage();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

it("scoredCsv keeps nothing of the rows it has written", async () => {
  const ROWS = 200_000;
  const header = ["title", "x", "y"];
  const rows = (from: number) =>
    Array.from({length: 1000}, (_, k) => ({line: from + k + 2, cells: [`a title of row ${from + k}`, "1", "2"]}));
  const csv: CsvFile = {
    name: "t.csv",
    header,
    batches: (async function* () {
      for (let i = 0; i < ROWS; i += 1000) yield rows(i);
    })(),
    close: () => Promise.resolve()
  };
  const predict = (X: Columns) => Promise.resolve(new Float64Array(X.length));
  const reader = featureReader(header, ["x", "y"], csv.name);
  let done = 0;
  let early = 0; // bytes in use after a quarter
  const onRows = (n: number) => {
    done += n;
    if (early === 0 && done >= ROWS / 4) early = bytesInUse();
  };
  let written = 0;
  for await (const text of scoredCsv(csv, reader, predict, {rowsPerBatch: 1000, inFlight: 4, onRows})) {
    written += text.length;
  }
  const grown = bytesInUse() - early;
  assert.equal(done, ROWS);
  // Kept, the other 150,000 rows would take five times as much in text alone.
  assert.ok(grown < 1 << 20, `${grown} bytes more after ${written} characters`);
});
