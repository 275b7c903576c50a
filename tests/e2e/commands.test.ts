import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {csvParse} from "d3-dsv";
import {describe, inject, it} from "vitest";
import {FEATURES} from "../../lib/features/features.js";
import type {ModelReport, Report} from "../../loaders/report.js";
import {SPOILT} from "../fixtures/sampleStudy.js";
import {HEADER, tracksCsv} from "../fixtures/tracks/tracksCsv.js";
import {runCommandLine} from "./runCommandLine.js";
import {SAMPLE_TRACKS} from "./sampleSite.js";

/** Hash of each file below a folder, by its path; `ending` picks. */
function hashes(folder: string, ending = ""): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => file.endsWith(ending));
  return Object.fromEntries(
    paths
      .sort()
      .map((file) => [path.relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")])
  );
}

describe("npm run report", () => {
  it("prints one JSON document whose counts are those of the sample", async () => {
    const {stdout} = await runCommandLine("report", inject("site").env);
    const {data, exams, featureSets, instrumentalness, seconds} = JSON.parse(stdout) as Report;
    assert.equal(data.rows, SAMPLE_TRACKS + SPOILT.repeated + SPOILT.bothLabels);
    assert.equal(data.tracks, SAMPLE_TRACKS - 1);
    assert.deepEqual(data.dropped, {"unusable tempo": 1, "repeated uri": 5, "uri with both labels": 2});
    assert.deepEqual(Object.keys(exams).sort(), ["artist", "dedup", "forward", "memory", "previous", "raw"]);
    for (const [exam, models] of Object.entries(exams)) {
      assert.ok(!("refusal" in models), exam);
      assert.equal(Object.keys(models).length, exam === "memory" ? 1 : 7);
      for (const [model, results] of Object.entries(models)) {
        assert.ok("auc" in results, `${exam} ${model} refused`);
        const {auc, confusion, parts, conformal} = results;
        const {tp, fp, fn, tn} = confusion;
        if (["forward", "previous"].includes(exam)) assert.equal(parts.length, 5);
        else assert.equal(tp + fp + fn + tn, exam === "raw" ? data.rows - 1 : data.tracks, `${exam} ${model}`);
        assert.ok(auc.value !== null && auc.low <= auc.value && auc.value <= auc.high, `${exam} ${model}`);
        assert.equal(conformal.length, 4);
      }
    }
    const {boosted, logistic} = exams.artist as Record<string, ModelReport>;
    assert.ok(boosted.auc.value! > 0.6);
    assert.ok(logistic.versus!.auc!.pValue <= 1);
    assert.equal(featureSets.length, 5);
    assert.ok("without" in instrumentalness);
    assert.ok(Object.values(seconds).every((value) => value !== null && value >= 0));
  });
});

describe("npm run explain", () => {
  it("prints the site's reasons in probability, pairs apart, that sum to what score says", async () => {
    const {env, folder} = inject("site");
    const file = path.join(folder, "tracks.csv");
    writeFileSync(file, tracksCsv(5, {header: [...HEADER, "decade"]}));
    const more = ["--interactions", "--space", "probability"];
    const explained = csvParse((await runCommandLine("explain", env, [file, ...more])).stdout);
    const scored = csvParse((await runCommandLine("score", env, [file])).stdout);
    const names = FEATURES.map(({name}) => name);
    assert.deepEqual(explained.columns.slice(0, 18), [...names, "danceability:energy", "danceability:key"]);
    assert.deepEqual(explained.columns.slice(-3), ["sections:decade", "base", "p_hit"]);
    assert.equal(explained.length, 5);
    explained.forEach((row, i) => {
      const numbers = explained.columns.map((name) => Number(row[name]));
      const p = numbers.pop()!;
      assert.ok(Math.abs(numbers.reduce((sum, x) => sum + x, 0) - p) <= 1e-9);
      assert.ok(Math.abs(p - Number(scored[i].p_hit)) <= 1e-8);
    });
  });
});

describe("npm run build", () => {
  it("computes nothing again when nothing changed, and writes the same bytes", async () => {
    const {env} = inject("site");
    const before = hashes(env.SITE_OUTPUT);
    const {stderr} = await runCommandLine("build", env);
    assert.doesNotMatch(stderr, /\[\d+\/\d+\]/);
    assert.deepEqual(hashes(env.SITE_OUTPUT), before);
  });

  it("gives the same bytes from an empty store", async () => {
    const {env, folder} = inject("site");
    const again = {...env, PROCESSED: path.join(folder, "again"), SITE_OUTPUT: path.join(folder, "again-dist")};
    await runCommandLine("build", again);
    assert.deepEqual(hashes(again.PROCESSED, ".bin"), hashes(env.PROCESSED, ".bin"));
    assert.deepEqual(hashes(again.SITE_OUTPUT), hashes(env.SITE_OUTPUT));
  });

  it("fails with the reason and leaves the former site when the tracks cannot be used", async () => {
    const {env} = inject("site");
    const before = hashes(env.SITE_OUTPUT);
    const failed = runCommandLine("build", {...env, TRACKS: "package.json"});
    await assert.rejects(failed, /left with 1\n(.|\n)*error: .*package\.json.*expected/);
    assert.deepEqual(hashes(env.SITE_OUTPUT), before);
  });
});
