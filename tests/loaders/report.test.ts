import assert from "node:assert/strict";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, describe, it} from "vitest";
import type {Graph} from "../../loaders/graph.js";
import type {ExamReport, ModelReport, Report} from "../../loaders/report.js";
import type {Stage} from "../../loaders/store/stage.js";
import type addUp from "../fixtures/stages/addUp.js";
import {evaluated} from "../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../fixtures/handmadeStudy.js";
import {modelsOf} from "../fixtures/modelsOf.js";

process.env.PROCESSED = mkdtempSync(path.join(tmpdir(), "report-"));
const {place} = await import("../../loaders/store/stage.js");
const {stageKey} = await import("../../loaders/store/stageKey.js");
const {writeResult} = await import("../../loaders/store/resultFile.js");
const {buildReport} = await import("../../loaders/report.js");

afterAll(() => rmSync(process.env.PROCESSED!, {recursive: true}));

const dataset = handmadeStudy(40, undefined, {missing: {tempo: 3}, dropped: {"repeated uri": 2}});
const majority = await evaluated(dataset, () => 0.25);
const boosted = await evaluated(dataset, (row) => ((row * 37) % 100) / 100);
const models = await modelsOf(dataset, {
  artist: {majority, boosted, mlp: {refusal: "fold 2: no"}},
  dedup: {boosted},
  memory: {memory: boosted},
  forward: "too few decades"
});
const ENTERED = models.exams.map(({id, models}) => [id, models.map((model) => model.id)] as const);

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
      fits.push({exam, model, variant: "", stages: folds});
    }
  }
  const needs = Object.fromEntries(fits.flatMap(({stages}) => stages).map((stage) => [stage.name, stage]));
  const outputs = {
    provenance: await stored("provenance", dataset.provenance, 0.5, {dataset: read}),
    models: await stored("page-models", models, 0.25, needs)
  };
  return {outputs, fits} as unknown as Graph;
}

function modelOf({exams}: Report, exam: string, model: string): ModelReport {
  return (exams[exam] as ExamReport)[model] as ModelReport;
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
      Object.entries(report.exams).map(([exam, entrants]) => [
        exam,
        "refusal" in entrants ? [] : Object.keys(entrants)
      ]),
      ENTERED
    );
    const {fitSeconds: _, versus, recalibrated, conformal, parts, ...metrics} = modelOf(report, "artist", "boosted");
    assert.deepEqual(metrics, boosted.metrics);
    assert.deepEqual([versus, parts, conformal], [null, [], boosted.conformal]);
    assert.deepEqual(
      recalibrated.map(({ece}) => ece),
      boosted.recalibrated.map(({ece}) => ece)
    );
    const plain = modelOf(report, "artist", "majority");
    assert.deepEqual(plain.precision, {value: null, low: null, high: null});
    assert.ok(plain.versus!.auc!.pValue <= 1);
    assert.deepEqual(report.exams.forward, {refusal: "too few decades"});
    assert.deepEqual((report.exams.artist as ExamReport).mlp, {refusal: "fold 2: no"});
    assertSurvivesJson(report);
  });

  it("holds the seconds of every stage, and of all folds of a model", async () => {
    const report = await buildReport(await storedGraph());
    const {seconds} = report;
    assert.deepEqual(
      [seconds.dataset, seconds.provenance, seconds["page-models"], seconds["artist/boosted-1"]],
      [4, 0.5, 0.25, 2]
    );
    assert.equal(Object.keys(seconds).length, 13);
    assert.equal(modelOf(report, "artist", "boosted").fitSeconds, 3);
    assert.equal(modelOf(report, "dedup", "boosted").fitSeconds, 21);
    assert.equal(modelOf(report, "memory", "memory").fitSeconds, 3);
  });

  it("says null of seconds that were not kept", async () => {
    const graph = await storedGraph();
    const [fold] = graph.fits.find(({exam, model}) => exam === "artist" && model === "boosted")!.stages;
    rmSync(path.join(process.env.PROCESSED!, fold.name, `${await stageKey(fold)}.seconds`));
    const report = await buildReport(graph);
    const {seconds} = report;
    assert.equal(seconds[fold.name], null);
    assert.equal(modelOf(report, "artist", "boosted").fitSeconds, null);
    assert.equal(modelOf(report, "artist", "majority").fitSeconds, 3);
  });
});
