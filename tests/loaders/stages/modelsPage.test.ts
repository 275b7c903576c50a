import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {ExamResults, ModelResults, ModelsData} from "../../../lib/wire/ModelsData.js";
import type {Examined} from "../../../loaders/stages/evaluate.js";
import {fitNotes} from "../../../loaders/stages/fitNotes.js";
import {evaluated} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";
import {modelsOf, type Sat} from "../../fixtures/modelsOf.js";

// Rows 1 and 3 are one hit: raw has a row and a hit more than clean.
const repeats = (i: number) => (i === 3 ? {uri: "uri1"} : {});
const study = handmadeStudy(40, repeats);
const demo = handmadeStudy(40, repeats, {synthetic: true});

const evaluation = await evaluated(study);
const majority = await evaluated(study, () => 0.25);
const onRaw = {...evaluation, rows: Int32Array.from({length: 40}, (_, i) => i)};

/** An evaluation of a given AUC in the artist exam. */
const withAuc = (value: number | null): Examined => {
  const auc = value === null ? {value, low: null, high: null} : {value, low: value, high: value};
  return {...evaluation, metrics: {...evaluation.metrics, auc}};
};

const page = (auc: number | null, dataset = study, change: Sat = {}) =>
  modelsOf(dataset, {
    artist: {majority, boosted: withAuc(auc)},
    raw: {boosted: onRaw},
    memory: {memory: withAuc(0.98)},
    ...change
  });

const examOf = ({exams}: ModelsData, id: string) => exams.find((exam) => exam.id === id)!;
const resultsOf = (exam: ExamResults) => exam.models.filter((model): model is ModelResults => "metrics" in model);

describe("modelsPage(needs, {entered})", () => {
  it("lists exams with their entrants, rows and hits, the hardest first", async () => {
    const {exams} = await page(0.8);
    assert.deepEqual(
      exams.map(({id, rows, hits, models}) => [id, rows, hits, models.map((model) => model.id)]),
      [
        ["raw", 40, 20, ["boosted"]],
        ["artist", 39, 19, ["majority", "boosted"]],
        ["memory", 39, 19, ["memory"]]
      ]
    );
    assert.deepEqual(
      (await page(0.1)).exams.map(({id}) => id).slice(0, 2),
      ["artist", "raw"] // the base rate's .5 is the best there
    );
    for (const {title, sentence} of exams) assert.ok(title.length > 5 && sentence.endsWith("."));
  });

  it("carries each model's measures, and how it differs from boosted", async () => {
    const artist = examOf(await page(0.8), "artist");
    const [plain, boosted] = resultsOf(artist);
    assert.equal(boosted.metrics.auc.value, 0.8);
    assert.equal(plain.metrics.precision.value, null);
    assert.equal(boosted.versus, null);
    const {brier} = plain.versus!;
    assert.ok(Math.abs(brier.value - (majority.metrics.brier.value - evaluation.metrics.brier.value)) < 1e-12);
    assert.deepEqual(artist.agreement.models, ["majority", "boosted"]);
    assert.deepEqual(artist.agreement.correlation, [
      [null, null],
      [null, 1]
    ]);
  });

  it("says why an exam was not held, last of all, and why a model did not sit one", async () => {
    const artist = {majority: {refusal: "fold 1: no"}, boosted: withAuc(0.8)};
    const wire = await page(0.8, study, {artist, raw: "too few"});
    assert.deepEqual([wire.exams.at(-1)!.id, wire.exams.at(-1)!.refusal], ["raw", "too few"]);
    assert.deepEqual(wire.exams.at(-1)!.models, []);
    assert.deepEqual(examOf(wire, "artist").models[0], {id: "majority", refusal: "fold 1: no"});
    assert.equal(examOf(wire, "artist").rows, 39);
    assertSurvivesJson(wire);
  });

  it("leaves out the predictions of each row, and survives JSON with undefined measures", async () => {
    const wire = await page(null);
    for (const model of wire.exams.flatMap(resultsOf)) {
      for (const key of ["p", "rows", "notes"]) assert.equal(key in model, false, key);
    }
    assertSurvivesJson(wire);
  });

  it("notes what must be said of a fit wherever its model appears", async () => {
    const net = {
      ...evaluation,
      notes: [
        {backend: "wasm", epochs: 12},
        {backend: "wasm", epochs: 9}
      ]
    };
    const small = {...evaluation, notes: [{rows: 500, trees: 40}]};
    assert.match(fitNotes("mlp", net)[0].note, /its wasm backend, in 9 to 12 passes .*\.$/);
    assert.match(fitNotes("sampledForest", small)[0].note, /each of its 40 trees learned from 500 tracks only\.$/);
    assert.deepEqual(fitNotes("boosted", evaluation), []);
    assert.deepEqual(fitNotes("mlp", {refusal: "no"}), []);
  });

  it("refuses to publish an artist exam that is too good to be true", async () => {
    for (const auc of [0.911, 0.98, 1]) {
      const message = new RegExp(
        `^boosted reaches AUC ${auc.toFixed(3)} in the artist exam, above 0\\.91: .*find the leak`
      );
      await assert.rejects(page(auc), {message});
    }
    for (const auc of [0.91, 0.5, 0, null]) await page(auc);
    await page(0.95, study, {artist: {boosted: {refusal: "too few"}}});
  });

  it("lets the demo be too good: its tracks are drawn from a model", async () => {
    const [, boosted] = resultsOf(examOf(await page(0.95, demo), "artist"));
    assert.equal(boosted.metrics.auc.value, 0.95);
  });
});
