import assert from "node:assert/strict";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {csvFormatRows, csvParseRows} from "d3-dsv";
import {describe, it} from "vitest";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {fixtureJson, largestError} from "../../lib/trees/fixtures.js";
import {runCli} from "../score/runCli.js";

const MODEL = ["--model", fileURLToPath(new URL("../../fixtures/trees/default.model.json", import.meta.url))];
const {names, rows, margins} = fixtureJson("default.rows.json") as {
  names: string[];
  rows: (number | null)[][];
  margins: number[];
};
const csv = csvFormatRows([
  [...names, "title"],
  ...rows.map((row) => [...row.map((x) => (x === null ? "" : String(x))), "=1+1"])
]);

describe.concurrent("npm run -s explain", () => {
  it("prints SHAP values that sum to XGBoost's margin, and nothing else", async () => {
    const {code, stdout, stderr} = await runCli("explain", ["-", ...MODEL, "--as-is"], csv);
    assert.equal(stderr, "");
    assert.equal(code, 0);
    const [header, ...cells] = csvParseRows(stdout);
    assert.deepEqual(header, [...names, "base", "margin"]);
    const numbers = cells.map((row) => row.map(Number));
    const sums = numbers.map((row) => row.slice(0, -1).reduce((sum, x) => sum + x, 0));
    const printed = numbers.map((row) => row.at(-1)!);
    assert.ok(largestError(sums, printed) <= 1e-9);
    assert.ok(largestError(printed, margins) <= 1e-6);
  });

  it("names the cell it cannot read, and leaves no file", async () => {
    await inFolder({}, async (folder) => {
      const args = ["-", ...MODEL, "--as-is", "--output", join(folder, "o.csv")];
      const {code, stdout, stderr} = await runCli("explain", args, csv.replace("=1+1\n", "=1+1\nx,,,,\n"));
      assert.equal(stderr, 'error: standard input, line 3, column "loudness": expected a finite number; got "x"\n');
      assert.equal(stdout, "");
      assert.equal(code, 1);
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it("prints its usage", async () => {
    const {code, stdout} = await runCli("explain", ["--help"]);
    assert.match(stdout, /^Usage: npm run -s explain -- TRACKS.csv[^]*features and base sum to margin/);
    assert.equal(code, 0);
  });
});
