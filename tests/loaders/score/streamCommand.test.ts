import assert from "node:assert/strict";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {describe, it, vi} from "vitest";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {streamCommand} from "../../../loaders/score/streamCommand.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {spotifyTracksCsv} from "../../fixtures/tracks/popularityCsv.js";
import {HEADER, tracksCsv} from "../../fixtures/tracks/tracksCsv.js";
import {ensembleOf} from "../../lib/shap/ensembles.js";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/trees/${name}`, import.meta.url));
const MODEL = ["--model", fixture("default.model.json")];
const {signal} = new AbortController();
const long = gzipSync(tracksCsv(2000, {header: [...HEADER, "decade"]}));

/** Runs both commands with --output; they must refuse with this message and leave no file. */
async function refuses(file: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], problem: string) {
  await inFolder(file, async (folder) => {
    const [name = "none.csv"] = Object.keys(file);
    const path = join(folder, name);
    for (const command of ["score", "explain"] as const) {
      const all = [path, ...args, "--output", join(folder, "o.csv")];
      const message = problem.replace("FILE", path);
      await assert.rejects(streamCommand(command, all, signal), {name: "InputError", message});
    }
    assert.deepEqual(await readdir(folder), Object.keys(file));
  });
}

describe("streamCommand(command, args, signal)", () => {
  it("refuses, before it computes the site's model, what that could not score", async () => {
    assert.ok(!HEADER.includes("decade"));
    const needs = "FILE, line 1: expected a column for each of the model's 16 features";
    const decade = '(empty where unknown, decade also as --decade); got none for "decade"';
    await refuses({"t.csv": tracksCsv(3)}, [], `${needs} ${decade}`);
    const both = 'FILE, column "decade": expected no --decade beside this column; got both';
    await refuses({"t.csv": tracksCsv(3, {header: [...HEADER, "decade"]})}, ["--decade", "1960"], both);
  });

  it("asks for the features that the site's study has", async () => {
    await inFolder({"study.csv": spotifyTracksCsv(3)}, async (folder) => {
      vi.stubEnv("TRACKS", join(folder, "study.csv"));
      const needs = "FILE, line 1: expected a column for each of the model's 13 features (empty where unknown)";
      const header = HEADER.filter((name) => name !== "tempo");
      await refuses({"t.csv": tracksCsv(3, {header})}, [], `${needs}; got none for "tempo"`);
      vi.unstubAllEnvs();
    });
  });

  it("refuses a table without the model's features, by their names", async () => {
    const absent = 'got none for "tempo (BPM)", "odd \\"name\\"", "énergie"';
    const needs = "FILE, line 1: expected a column for each of the model's 4 features (empty where unknown)";
    await refuses({"t.csv": tracksCsv(3)}, MODEL, `${needs}; ${absent}`);
  });

  it("refuses, before it reads anything, an output that cannot be written", async () => {
    await inFolder({}, async (folder) => {
      const args = [join(folder, "none.csv"), ...MODEL, "--output"];
      for (const [output, got] of [
        [folder, "expected a file to write; got a folder"],
        [join(folder, "none", "o.csv"), "expected a folder to write into; got none there"]
      ]) {
        const message = `${output}: ${got}`;
        await assert.rejects(streamCommand("score", [...args, output], signal), {name: "InputError", message});
      }
    });
  });

  it("refuses to explain more than 20 features in probability", async () => {
    const wide = JSON.stringify(writeXgboost(ensembleOf(21, [{value: 1, cover: 1}])));
    await inFolder({"t.csv": "a\n1\n", "wide.json": wide}, async (folder) => {
      const [csv, model] = [join(folder, "t.csv"), join(folder, "wide.json")];
      const message = `${model}: expected at most 20 features with --space probability; got 21`;
      const asked = streamCommand("explain", [csv, "--model", model, "--space", "probability"], signal);
      await assert.rejects(asked, {name: "InputError", message});
    });
  });

  it("refuses files that are no CSV", async () => {
    await refuses({}, MODEL, "FILE: expected a readable CSV; got no such file");
    await refuses({"e.csv": ""}, MODEL, "FILE: expected a header line; got an empty file");
    await refuses({"e.csv": "PK\u0003\u0004"}, MODEL, "FILE: expected CSV text; got a zip archive or Excel workbook");
    const cut = "FILE: expected a whole gzip file; got one cut off";
    await refuses({"t.csv.gz": long.subarray(0, 12)}, MODEL, cut);
  });

  for (const [name, problem] of [
    ["dart.refused.json", "expected the booster gbtree; got the booster dart"],
    ["gblinear.refused.json", "expected the booster gbtree; got the booster gblinear"],
    ["regression.refused.json", "expected the objective binary:logistic; got the objective reg:squarederror"],
    ["classes.refused.json", "expected the objective binary:logistic; got the objective multi:softprob"],
    [
      "categories.refused.json",
      "expected numeric splits; got a categorical split at node 0 in learner.gradient_booster.model.trees[0]"
    ],
    [
      "default.refused.ubj",
      'expected a model saved as JSON; got UBJSON: save it with Booster.save_model("model.json")'
    ],
    ["none.json", "expected a readable XGBoost model; got no such file"]
  ]) {
    it(`refuses the model ${name}`, async () => {
      await refuses({"t.csv": "a\n1\n"}, ["--model", fixture(name)], `${fixture(name)}: ${problem}`);
    });
  }
});
