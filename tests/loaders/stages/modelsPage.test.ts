import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {PredictorId} from "../../../lib/wire/models.js";
import type {Evaluation} from "../../../loaders/stages/evaluate.js";
import modelsPage from "../../../loaders/stages/modelsPage.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";

const ENTERED: readonly (readonly [exam: string, models: readonly PredictorId[]])[] = [
  ["artist", ["majority", "boosted"]],
  ["raw", ["boosted"]],
  ["memory", ["memory"]]
];

// Rows 1 and 3 are one hit: raw has a row and a hit more than clean.
const repeats = (i: number) => (i === 3 ? {uri: "uri1"} : {});
const study = handmadeStudy(40, repeats);
const demo = handmadeStudy(40, repeats, {synthetic: true});

const evaluation = await evaluated(study);
const majority = await evaluated(study, () => 0.25);

/** An evaluation of a given AUC in the artist exam. */
const withAuc = (value: number | null): Evaluation => {
  const auc = value === null ? {value, low: null, high: null} : {value, low: value, high: value};
  return {...evaluation, metrics: {...evaluation.metrics, auc}};
};

const page = (auc: number | null, dataset = study) =>
  modelsPage(
    {
      dataset,
      "artist majority": majority,
      "artist boosted": withAuc(auc),
      "raw boosted": evaluation,
      "memory memory": evaluation
    },
    {entered: ENTERED},
    QUIET
  );

describe("modelsPage(needs, {entered})", () => {
  it("lists exams and their entrants in the order given, each with its own rows and hits", async () => {
    const {exams} = await page(0.8);
    assert.deepEqual(
      exams.map(({id, rows, hits, models}) => [id, rows, hits, models.map((model) => model.id)]),
      [
        ["artist", 39, 19, ["majority", "boosted"]],
        ["raw", 40, 20, ["boosted"]],
        ["memory", 39, 19, ["memory"]]
      ]
    );
    assert.equal(exams[0].models[1].metrics.auc.value, 0.8);
    assert.equal(exams[0].models[0].metrics.precision.value, null);
    for (const {title, sentence} of exams) assert.ok(title.length > 5 && sentence.endsWith("."));
  });

  it("leaves out the predictions of each row, and survives JSON with undefined measures", async () => {
    const wire = await page(0.8);
    assert.equal("p" in wire.exams[0].models[0], false);
    assertSurvivesJson(wire);
  });

  it("refuses to publish an artist exam that is too good to be true", async () => {
    for (const auc of [0.911, 0.98, 1]) {
      const message = new RegExp(
        `^boosted reaches AUC ${auc.toFixed(3)} in the artist exam, above 0\\.91: .*find the leak`
      );
      assert.throws(() => page(auc), {message});
    }
    for (const auc of [0.91, 0.5, 0, null]) await page(auc);
  });

  it("lets the demo be too good: its tracks are drawn from a model", async () => {
    assert.equal((await page(0.95, demo)).exams[0].models[1].metrics.auc.value, 0.95);
  });
});
