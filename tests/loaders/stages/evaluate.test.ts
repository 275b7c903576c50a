import assert from "node:assert/strict";
import {describe, it} from "vitest";
import evaluate from "../../../loaders/stages/evaluate.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";

const LABELS = [1, 1, 0, 1, 0, 0] as const;
const P = [0.9, 0.5, 0.5, 0.29, 0.07, 1];
const study = handmadeStudy(6, (i) => ({label: LABELS[i], artist: `Artist ${i}`}));
const options = {exam: "artist", seed: 1};
const foldOf = (...rows: number[]) => ({rows: Int32Array.from(rows), p: Float64Array.from(rows, (row) => P[row])});

describe("evaluate({dataset, fold0, ..}, {exam, seed})", () => {
  it("puts the folds' predictions together in the order of the exam's rows", async () => {
    const whole = await evaluate({dataset: study, fold0: foldOf(0, 1, 2, 3, 4, 5)}, options, QUIET);
    const parts = {dataset: study, fold0: foldOf(5, 1), fold1: foldOf(4), fold2: foldOf(2, 0, 3)};
    assert.deepEqual([...whole.p], P);
    assert.deepEqual(await evaluate(parts, options, QUIET), whole);
  });

  it("numbers rows as the exam does: clean ones, or all", async () => {
    const torn = handmadeStudy(6, (i) => ({label: LABELS[i], ...(i < 2 ? {uri: "same"} : {})}));
    assert.deepEqual([...torn.clean], [0, 2, 3, 4, 5]);
    const needs = {dataset: torn, fold0: foldOf(0, 1, 2, 3, 4, 5)};
    assert.deepEqual([...(await evaluate(needs, options, QUIET)).p], [0.9, 0.5, 0.29, 0.07, 1]);
    assert.deepEqual([...(await evaluate(needs, {...options, exam: "raw"}, QUIET)).p], P);
  });

  it("refuses folds that leave a row without a prediction", () => {
    const needs = {dataset: study, fold0: foldOf(0, 1, 2), fold1: foldOf(4, 5)};
    assert.throws(() => evaluate(needs, options, QUIET), /requires p in \[0, 1\]; got NaN at row 3/);
  });

  it("counts hits and flops at or above the thresholds 0, .01, .. 1", async () => {
    const {thresholds, metrics} = await evaluate({dataset: study, fold0: foldOf(0, 1, 2, 3, 4, 5)}, options, QUIET);
    const {tp, fp} = thresholds;
    assert.deepEqual([tp.length, fp.length], [101, 101]);
    const at = (percent: number) => [tp[percent], fp[percent]];
    assert.deepEqual(at(0), [3, 3]);
    assert.deepEqual([at(7), at(8)], [[3, 3], [3, 2]]); // prettier-ignore
    assert.deepEqual([at(29), at(30)], [[3, 2], [2, 2]]); // prettier-ignore
    assert.deepEqual([at(50), at(51)], [[2, 2], [1, 1]]); // prettier-ignore
    assert.deepEqual(
      [at(90), at(91), at(100)],
      [
        [1, 1],
        [0, 1],
        [0, 1]
      ]
    );
    assert.deepEqual([metrics.confusion.tp, metrics.confusion.fp], at(50));
  });

  it("draws curves from the same numbers, four digits each", async () => {
    const {roc, precisionRecall, reliability} = await evaluated(study, (row) => P[row]);
    assert.deepEqual(roc, {x: [0, 0.3333, 0.3333, 0.6667, 0.6667, 1], y: [0, 0, 0.3333, 0.6667, 1, 1]});
    assert.equal(precisionRecall.x.at(-1), 1);
    assert.equal(precisionRecall.y[0], 0); // the surest call, p 1, is a flop
    assert.equal(
      reliability.reduce((sum, {count}) => sum + count, 0),
      6
    );
  });

  it("draws whole artists for its intervals, however their names are spelt", async () => {
    const named = (name: (i: number) => string) =>
      evaluated(
        handmadeStudy(40, (i) => ({artist: name(i), label: i % 3 === 0 ? 1 : 0})),
        (row) => ((row >> 2) % 9) / 10
      );
    const {metrics} = await named((i) => `Artist ${i >> 2}`);
    assert.deepEqual((await named((i) => (i % 2 ? ` ARTIST  ${i >> 2}` : `artist ${i >> 2}`))).metrics, metrics);
    assert.notDeepEqual((await named((i) => `Artist ${i}`)).metrics.brier, metrics.brier);
  });

  it("says null of what is undefined: a model that calls nothing a hit, an exam of one class", async () => {
    const majority = await evaluated(study, () => 0.49);
    assert.equal(majority.metrics.auc.value, 0.5);
    for (const measure of ["precision"] as const) {
      assert.deepEqual(majority.metrics[measure], {value: null, low: null, high: null});
    }
    const hitsOnly = await evaluated(
      handmadeStudy(6, () => ({label: 1})),
      () => 0.6
    );
    assert.equal(hitsOnly.metrics.auc.value, null);
    assert.deepEqual(hitsOnly.roc, {x: [], y: []});
    const flopsOnly = await evaluated(
      handmadeStudy(6, () => ({label: 0})),
      () => 0.4
    );
    for (const measure of ["auc", "averagePrecision", "recall", "precision", "f1"] as const) {
      assert.equal(flopsOnly.metrics[measure].value, null, measure);
    }
    assert.deepEqual(flopsOnly.precisionRecall, {x: [], y: []});
    for (const {p: _, ...wire} of [majority, hitsOnly, flopsOnly]) assertSurvivesJson(wire);
  });
});
