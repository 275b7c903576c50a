import assert from "node:assert/strict";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, describe, it} from "vitest";
import type {PredictorId} from "../../lib/wire/models.js";
import type {Graph} from "../../loaders/graph.js";
import modelsPage from "../../loaders/stages/modelsPage.js";
import type {Stage} from "../../loaders/store/stage.js";
import type addUp from "../fixtures/stages/addUp.js";
import {evaluated, QUIET} from "../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../fixtures/handmadeStudy.js";

process.env.PROCESSED = mkdtempSync(path.join(tmpdir(), "report-"));
const {place} = await import("../../loaders/store/stage.js");
const {stageKey} = await import("../../loaders/store/stageKey.js");
const {writeResult} = await import("../../loaders/store/resultFile.js");
const {buildReport} = await import("../../loaders/report.js");

afterAll(() => rmSync(process.env.PROCESSED!, {recursive: true}));

const ENTERED: readonly (readonly [exam: string, models: readonly PredictorId[]])[] = [
  ["artist", ["majority", "boosted"]],
  ["dedup", ["boosted"]],
  ["memory", ["memory"]]
];
const dataset = handmadeStudy(40, undefined, {missing: {tempo: 3}, dropped: {"repeated uri": 2}});
const majority = await evaluated(dataset, () => 0.25);
const boosted = await evaluated(dataset, (row) => ((row * 37) % 100) / 100);
const models = await modelsPage(
  {dataset, "artist majority": majority, "artist boosted": boosted, "dedup boosted": boosted, "memory memory": boosted},
  {entered: ENTERED},
  QUIET
);

let stages = 0;

/** A stage whose result is in the store, and beside it the seconds it took. */
async function stored(name: string, result: unknown, seconds: number, needs: Record<string, Stage<unknown>> = {}) {
  const module = new URL("../fixtures/stages/addUp.ts", import.meta.url);
  const stage = place<typeof addUp>(name, module, {n: stages++, factor: 1}, needs as never) as Stage<unknown>;
  await writeResult(name, await stageKey(stage), result, seconds);
  return stage;
}

/** A graph of stored results: each model of each exam has two folds. */
async function storedGraph(): Promise<Graph> {
  const read = await stored("dataset", dataset, 4);
  const fits = [];
  for (const [exam, entrants] of ENTERED) {
    for (const model of entrants) {
      const folds = [];
      for (const fold of [0, 1])
        folds.push(await stored(`${exam}/${model}-${fold}`, 0, (exam === "dedup" ? 10 : 1) + fold, {dataset: read}));
      fits.push({exam, model, stages: folds});
    }
  }
  const needs = Object.fromEntries(fits.flatMap(({stages}) => stages).map((stage) => [stage.name, stage]));
  const outputs = {
    provenance: await stored("provenance", dataset.provenance, 0.5, {dataset: read}),
    models: await stored("page-models", models, 0.25, needs)
  };
  return {outputs, fits} as unknown as Graph;
}

describe("buildReport(graph)", () => {
  it("holds the data's provenance, without what only pages show", async () => {
    const {data} = await buildReport(await storedGraph());
    const {missing: _, ...expected} = dataset.provenance;
    assert.deepEqual(data, expected);
    for (const key of ["source", "study", "files", "rows", "tracks", "hits", "dropped", "synthetic", "hash"]) {
      assert.ok(key in data, key);
    }
  });

  it("holds every measure of every model in every exam, with its interval, and survives JSON", async () => {
    const report = await buildReport(await storedGraph());
    assert.deepEqual(
      Object.entries(report.exams).map(([exam, entrants]) => [exam, Object.keys(entrants)]),
      ENTERED
    );
    const {fitSeconds: _, ...metrics} = report.exams.artist.boosted;
    assert.deepEqual(metrics, boosted.metrics);
    assert.deepEqual(Object.keys(metrics).sort(), [
      ...["accuracy", "auc", "averagePrecision", "brier", "confusion", "ece", "f1", "logLoss", "precision", "recall"]
    ]);
    assert.deepEqual(report.exams.artist.majority.precision, {value: null, low: null, high: null});
    assertSurvivesJson(report);
  });

  it("holds the seconds of every stage, and of all folds of a model", async () => {
    const {seconds, exams} = await buildReport(await storedGraph());
    assert.deepEqual(
      [seconds.dataset, seconds.provenance, seconds["page-models"], seconds["artist/boosted-1"]],
      [4, 0.5, 0.25, 2]
    );
    assert.equal(Object.keys(seconds).length, 11);
    assert.equal(exams.artist.boosted.fitSeconds, 3);
    assert.equal(exams.dedup.boosted.fitSeconds, 21);
    assert.equal(exams.memory.memory.fitSeconds, 3);
  });

  it("says null of seconds that were not kept", async () => {
    const graph = await storedGraph();
    const [fold] = graph.fits.find(({exam, model}) => exam === "artist" && model === "boosted")!.stages;
    rmSync(path.join(process.env.PROCESSED!, fold.name, `${await stageKey(fold)}.seconds`));
    const {seconds, exams} = await buildReport(graph);
    assert.equal(seconds[fold.name], null);
    assert.equal(exams.artist.boosted.fitSeconds, null);
    assert.equal(exams.artist.majority.fitSeconds, 3);
  });
});
