import assert from "node:assert/strict";
import {describe, it} from "vitest";
import evaluate, {type Evaluation, type Examined} from "../../../loaders/stages/evaluate.js";
import {isExamined} from "../../../loaders/stages/isExamined.js";
import type {FoldPredictions} from "../../../loaders/stages/predictFold.js";
import table from "../../../loaders/stages/table.js";
import {evaluated, oneExam, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";

const LABELS = [1, 1, 0, 1, 0, 0] as const;
const P = [0.9, 0.5, 0.5, 0.29, 0.07, 1];
const study = handmadeStudy(6, (i) => ({label: LABELS[i], artist: `Artist ${i}`}));
const numbers = await table({dataset: study}, {}, QUIET);
const options = {exam: "artist", seed: 1};
const foldOf = (...rows: number[]): FoldPredictions => ({
  rows: Int32Array.from(rows),
  p: Float64Array.from(rows, (row) => P[row]),
  shuffled: null,
  refusal: null,
  notes: {}
});

function examined(evaluation: Evaluation): Examined {
  assert.ok(isExamined(evaluation));
  return evaluation;
}

/** Evaluates folds given by their rows. */
async function evaluationOf(...folds: number[][]): Promise<Examined> {
  const foldOfRow = new Map(folds.flatMap((rows, k) => rows.map((row) => [row, k + 1])));
  const needs = {
    table: numbers,
    folds: {artist: oneExam(numbers.clean, (i) => foldOfRow.get(i) ?? 0)},
    ...Object.fromEntries(folds.map((rows, k) => [`fold${k + 1}`, foldOf(...rows)]))
  };
  return examined(await evaluate(needs, options, QUIET));
}

describe("evaluate({table, folds, fold1, ..}, {exam, seed})", () => {
  it("puts the folds' predictions together in the order of the exam's rows", async () => {
    const whole = await evaluationOf([0, 1, 2, 3, 4, 5]);
    const parts = await evaluationOf([5, 1], [4], [2, 0, 3]);
    assert.deepEqual([...whole.p], P);
    for (const key of ["p", "rows", "metrics", "roc", "thresholds", "slices"] as const) {
      assert.deepEqual(parts[key], whole[key], key);
    }
  });

  it("leaves out rows that no fold tests", async () => {
    const {rows, p, metrics} = await evaluationOf([0, 2, 5], [3]);
    assert.deepEqual([[...rows], [...p]], [[0, 2, 3, 5], [0.9, 0.5, 0.29, 1]]); // prettier-ignore
    assert.equal(metrics.confusion.tp + metrics.confusion.fp + metrics.confusion.fn + metrics.confusion.tn, 4);
  });

  it("refuses with the exam's reason, or with that of the first fold that could not be fitted", async () => {
    const held = oneExam(numbers.clean);
    const bad = {...foldOf(), refusal: "fold 2: requires both classes"};
    const refused = {table: numbers, folds: {artist: {...held, refusal: "too few"}}, fold1: foldOf(), fold2: bad};
    assert.deepEqual(await evaluate(refused, options, QUIET), {refusal: "too few"});
    const unfit = {table: numbers, folds: {artist: held}, fold1: foldOf(0, 1, 2), fold2: bad};
    assert.deepEqual(await evaluate(unfit, options, QUIET), {refusal: "fold 2: requires both classes"});
  });

  it("counts hits and flops at or above the thresholds 0, .01, .. 1", async () => {
    const {thresholds, metrics} = await evaluationOf([0, 1, 2, 3, 4, 5]);
    const {tp, fp} = thresholds;
    assert.deepEqual([tp.length, fp.length], [101, 101]);
    const at = (...percents: number[]) => percents.map((percent) => [tp[percent], fp[percent]].join());
    assert.deepEqual(at(0, 7, 8, 29, 30), ["3,3", "3,3", "3,2", "3,2", "2,2"]);
    assert.deepEqual(at(50, 51, 90, 91, 100), ["2,2", "1,1", "1,1", "0,1", "0,1"]);
    assert.deepEqual([metrics.confusion.tp, metrics.confusion.fp].join(), at(50)[0]);
  });

  it("draws curves from the same numbers, four digits each", async () => {
    const {roc, precisionRecall, lift, reliability} = await evaluated(study, (row) => P[row]);
    assert.deepEqual(roc, {x: [0, 0.3333, 0.3333, 0.6667, 0.6667, 1], y: [0, 0, 0.3333, 0.6667, 1, 1]});
    assert.equal(precisionRecall.x.at(-1), 1);
    assert.equal(precisionRecall.y[0], 0); // the surest call, p 1, is a flop
    assert.deepEqual([lift.x.at(-1), lift.y.at(-1)], [1, 1]); // among all tracks hits are as common as among all
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
    assert.deepEqual(majority.metrics.precision, {value: null, low: null, high: null});
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
    assert.deepEqual(flopsOnly.lift, {x: [], y: []});
    for (const {p: _p, rows: _rows, ...wire} of [majority, hitsOnly, flopsOnly]) assertSurvivesJson(wire);
  });

  it("recalibrates each fold by the others: what all folds overstate is mended", async () => {
    const many = handmadeStudy(400, (i) => ({artist: `A${i}`, label: (i >> 1) % 10 < 3 ? 1 : 0}));
    const {metrics, recalibrated} = await evaluated(many, () => 0.8);
    assert.ok(Math.abs(metrics.ece.value - 0.5) < 1e-9);
    assert.deepEqual(
      recalibrated.map(({method}) => method),
      ["platt", "isotonic"]
    );
    for (const {ece, brier} of recalibrated) {
      assert.ok(ece.value < 0.02 && brier.value < metrics.brier.value - 0.2, String(ece.value));
    }
  });

  it("gives verdicts whose coverage keeps the promise, and slices that add up", async () => {
    const many = handmadeStudy(600, (i) => ({artist: `A${i}`, label: (i * 7) % 10 < 5 ? 1 : 0}));
    const {conformal, slices} = await evaluated(many, (i) => ((i * 7) % 10 < 5 ? 0.9 : 0.3) - ((i * 13) % 29) / 100);
    for (const {errorRate, coverage, hit, flop, unsure} of conformal) {
      assert.ok(coverage.value! >= 1 - errorRate - 0.03, `${errorRate} ${coverage.value}`);
      assert.ok(Math.abs(hit + flop + unsure - 1) < 1e-9);
    }
    const kinds = [...new Set(slices.map(({by}) => by))];
    assert.equal(kinds.length, 4);
    for (const kind of kinds) {
      assert.equal(
        slices.filter(({by}) => by === kind).reduce((sum, {rows}) => sum + rows, 0),
        600,
        kind
      );
    }
  });

  it("tells the decades of a forward exam apart, and recalibrates each by earlier ones alone", async () => {
    const dataset = handmadeStudy(300, (i) => ({artist: `A${i}`, x: {decade: [1980, 1990, 2000][i % 3]}}));
    const given = await table({dataset}, {}, QUIET);
    const forward = {...oneExam(given.clean, (i) => i % 3), train: "past" as const, decades: [1980, 1990, 2000]};
    const tested = (k: number, p: number) => {
      const rows = given.clean.filter((_, i) => i % 3 === k);
      return {rows, p: new Float64Array(rows.length).fill(p), shuffled: null, refusal: null, notes: {}};
    };
    const needs = {table: given, folds: {forward}, fold1: tested(1, 0.8), fold2: tested(2, 0.8)};
    const {parts} = examined(await evaluate(needs, {exam: "forward", seed: 1}, QUIET));
    assert.deepEqual(
      parts.map(({trainedOn, tested, rows}) => [trainedOn, tested, rows]),
      [
        ["1980s", "1990s", 100],
        ["1980s to 1990s", "2000s", 100]
      ]
    );
    assert.equal(parts[0].recalibratedEce, null);
    assert.ok(parts[1].metrics.ece.value > 0.29 && parts[1].recalibratedEce!.value < 0.01);
  });
});
