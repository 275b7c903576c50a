import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {takeValues} from "../../../lib/columns.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {roundTrees} from "../../../lib/trees/roundTrees.js";
import {FOREST_SETTINGS} from "../../../loaders/models/forestSettings.js";
import {GLASSBOX_SETTINGS} from "../../../loaders/models/glassboxSettings.js";
import {MLP_SETTINGS} from "../../../loaders/models/mlpSettings.js";
import type {StageFunction} from "../../../loaders/store/stage.js";
import foldBoosted from "../../../loaders/stages/foldBoosted.js";
import foldForest from "../../../loaders/stages/foldForest.js";
import foldGlassbox from "../../../loaders/stages/foldGlassbox.js";
import foldLogistic from "../../../loaders/stages/foldLogistic.js";
import foldMajority from "../../../loaders/stages/foldMajority.js";
import foldMemory from "../../../loaders/stages/foldMemory.js";
import foldMlp from "../../../loaders/stages/foldMlp.js";
import foldSampledForest from "../../../loaders/stages/foldSampledForest.js";
import folds from "../../../loaders/stages/folds.js";
import modelBoosted from "../../../loaders/stages/modelBoosted.js";
import modelGlassbox from "../../../loaders/stages/modelGlassbox.js";
import modelLogistic from "../../../loaders/stages/modelLogistic.js";
import modelMlp from "../../../loaders/stages/modelMlp.js";
import {
  splitFold,
  type FoldNeeds,
  type FoldOptions,
  type FoldPredictions
} from "../../../loaders/stages/predictFold.js";
import table from "../../../loaders/stages/table.js";
import {oneExam, QUIET} from "../../fixtures/evaluated.js";
import {handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

type FoldStage = StageFunction<FoldNeeds, FoldOptions, FoldPredictions>;

const boosted = {seed: 1, rounds: 5, learningRate: 0.3, minChildWeight: 0.5};
const forest = {...FOREST_SETTINGS, seed: 1, trees: 5};
const mlp = {...MLP_SETTINGS, seed: 1, epochs: 2};
const STAGES: [name: string, stage: FoldStage][] = [
  ["foldMajority", foldMajority],
  ["foldLogistic", foldLogistic],
  ["foldMemory", foldMemory],
  [
    "foldGlassbox",
    (needs, options, context) => foldGlassbox(needs, {...options, glassbox: GLASSBOX_SETTINGS}, context)
  ],
  ["foldForest", (needs, options, context) => foldForest(needs, {...options, forest}, context)],
  ["foldSampledForest", (needs, options, context) => foldSampledForest(needs, {...options, forest: {seed: 1, rows: 30, trees: 3}}, context)], // prettier-ignore
  ["foldMlp", (needs, options, context) => foldMlp(needs, {...options, mlp}, context)],
  ["foldBoosted", (needs, options, context) => foldBoosted(needs, {...options, boosted}, context)]
];
const study = handmadeStudy(80, (i) => ({uri: `uri${i - (i % 8 === 7 ? 2 : 0)}`}));
const fitted = ODD_STUDIES.filter(([, {clean}]) => clean.length >= 60);

async function needsOf(dataset = study): Promise<FoldNeeds> {
  return {table: await table({dataset}, {}, QUIET), folds: await folds({dataset}, {folds: 5, seed: 42}, QUIET)};
}

describe.each(STAGES)("%s(needs, {exam, fold})", (_, stage) => {
  it("is spared where the exam holds too many rows", async () => {
    const needs = await needsOf();
    const held = needs.folds.dedup.rows.length;
    const {rows, refusal} = await stage(needs, {exam: "dedup", fold: 1, mostRows: held - 1}, QUIET);
    assert.equal(rows.length, 0);
    assert.match(refusal!, new RegExp(`^not asked, to save time: the exam holds ${held} rows$`));
    assert.equal((await stage(needs, {exam: "dedup", fold: 1, mostRows: held}, QUIET)).refusal, null);
  });

  it("predicts the rows its fold tests, and no others", async () => {
    const needs = await needsOf();
    for (const exam of ["raw", "dedup", "forward"]) {
      const {rows, p, refusal} = await stage(needs, {exam, fold: 3}, QUIET);
      assert.equal(refusal, null);
      assert.deepEqual(rows, splitFold(needs, {exam, fold: 3}).test.rows);
      assert.equal(p.length, rows.length);
      assert.ok(p.length > 0 && p.every((value) => value >= 0 && value <= 1));
    }
  });

  it("does not look at the labels it is tested on", async () => {
    const needs = await needsOf();
    const {rows, p} = await stage(needs, {exam: "dedup", fold: 1}, QUIET);
    const label = needs.table.label.map((value, i) => (rows.includes(i) ? 1 - value : value));
    const turned = {...needs, table: {...needs.table, label}};
    assert.deepEqual((await stage(turned, {exam: "dedup", fold: 1}, QUIET)).p, p);
  });

  it.each(fitted)("copes with %s", async (_, dataset) => {
    const {p} = await stage(await needsOf(dataset), {exam: "artist", fold: 1}, QUIET);
    assert.ok(p.every((value) => value >= 0 && value <= 1));
  });

  it("hands on why its exam is not held, and tests nothing where there is no such fold", async () => {
    const needs = await needsOf(handmadeStudy(80, (i) => ({x: {decade: i % 2 ? 1990 : 2000}, artist: "One"})));
    const refused = await stage(needs, {exam: "artist", fold: 1}, QUIET);
    assert.deepEqual([refused.rows.length, refused.refusal], [0, needs.folds.artist.refusal]);
    const absent = await stage(needs, {exam: "forward", fold: 2}, QUIET);
    assert.deepEqual([absent.rows.length, absent.refusal], [0, null]);
  });
});

it("a fold whose training holds one class is refused with the reason by every model that needs two", async () => {
  const needs = await needsOf(handmadeStudy(80, (i) => ({label: i < 40 ? 1 : 0})));
  const torn = {...needs, folds: {dedup: oneExam(needs.table.clean, (i) => (i < 40 ? 1 : 2))}};
  for (const [name, stage] of STAGES) {
    const {refusal, rows, p} = await stage(torn, {exam: "dedup", fold: 1}, QUIET);
    if (name === "foldMemory") continue; // a rule, which any past suits
    assert.match(refusal ?? "", /^fold 1: .*requires both (classes|labels)/, name);
    assert.deepEqual([rows.length, p.length], [0, 0]);
  }
});

it("foldMajority(needs, {exam, fold}) says the training share of hits", async () => {
  const needs = await needsOf();
  const {train} = splitFold(needs, {exam: "raw", fold: 2});
  const share = train.y.reduce((sum, y) => sum + y, 0) / train.y.length;
  const {p} = await foldMajority(needs, {exam: "raw", fold: 2}, QUIET);
  assert.ok(p.every((value) => value === share));
});

it("foldMemory(needs, {exam, fold}) knows an artist however the name is spelt", async () => {
  const spelt = (i: number) => (i % 2 === 0 ? `Artist ${(i >> 1) % 4}` : ` ARTIST  ${(i >> 1) % 4}`);
  const dataset = handmadeStudy(80, (i) => ({artist: spelt(i), label: (i >> 1) % 4 < 2 ? 1 : 0}));
  const memory = oneExam(dataset.clean, (i) => 1 + (i % 2));
  const needs = {table: await table({dataset}, {}, QUIET), folds: {memory}};
  const {rows, p} = await foldMemory(needs, {exam: "memory", fold: 2}, QUIET);
  assert.equal(rows.length, 40);
  rows.forEach((row, i) => assert.ok(dataset.raw.label[row] === 1 ? p[i] > 0.9 : p[i] < 0.1, `${row} ${p[i]}`));
});

it("foldMlp and foldSampledForest note what must be said of their fits", async () => {
  const needs = await needsOf();
  const net = await foldMlp(needs, {exam: "dedup", fold: 1, mlp}, QUIET);
  assert.match(String(net.notes.backend), /^(tensorflow|wasm|cpu)$/);
  const small = await foldSampledForest(needs, {exam: "dedup", fold: 1, forest: {seed: 1, rows: 30, trees: 3}}, QUIET);
  assert.deepEqual(small.notes, {rows: 30, trees: 3});
});

it("the final models are fitted to all clean tracks, and report how far they are", async () => {
  const {table: numbers} = await needsOf();
  const shares: number[] = [];
  const trees = await modelBoosted({table: numbers}, boosted, {onProgress: (share) => shares.push(share)});
  assert.equal(trees.starts.length - 1, 5);
  assert.deepEqual(roundTrees(trees), trees);
  assert.equal(shares.at(-1), 1);
  assert.ok(shares.every((share, i) => share > (shares[i - 1] ?? 0)));
  // Rows that cleaning left out count for nothing, whatever they hold.
  const changed = handmadeStudy(80, (i) => (study.clean.includes(i) ? {} : {label: 0, x: {energy: 0.9, tempo: 1}}));
  const clean = {...(await needsOf(changed)).table, clean: study.clean};
  assert.deepEqual(await modelBoosted({table: clean}, boosted, QUIET), trees);
  for (const [of, options] of [
    [modelLogistic, {}],
    [modelGlassbox, GLASSBOX_SETTINGS],
    [modelMlp, mlp]
  ] as [StageFunction<unknown, unknown, unknown>, unknown][]) {
    assert.deepEqual(await of({table: clean}, options, QUIET), await of({table: numbers}, options, QUIET));
  }
});

it("foldBoosted examines trees as coarse as the pages load", async () => {
  const needs = await needsOf();
  const {train, test} = splitFold(needs, {exam: "dedup", fold: 1});
  const trees = fitBoosted(train.X, train.y, {...boosted, groups: takeValues(needs.table.artist, train.rows)});
  const {p} = await foldBoosted(needs, {exam: "dedup", fold: 1, boosted}, QUIET);
  assert.deepEqual(p, predictTrees(roundTrees(trees), test.X));
  assert.notDeepEqual(p, predictTrees(trees, test.X));
});

it("modelLogistic says null where a line parts hits from flops", async () => {
  const dataset = handmadeStudy(20, (i) => ({x: {energy: i % 2}}));
  assert.equal(await modelLogistic({table: await table({dataset}, {}, QUIET)}, {}, QUIET), null);
});
