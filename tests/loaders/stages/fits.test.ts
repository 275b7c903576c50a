import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {StageFunction} from "../../../loaders/store/stage.js";
import foldBoosted from "../../../loaders/stages/foldBoosted.js";
import foldLogistic from "../../../loaders/stages/foldLogistic.js";
import foldMajority from "../../../loaders/stages/foldMajority.js";
import foldMemory from "../../../loaders/stages/foldMemory.js";
import folds from "../../../loaders/stages/folds.js";
import modelBoosted from "../../../loaders/stages/modelBoosted.js";
import modelLogistic from "../../../loaders/stages/modelLogistic.js";
import {splitFold, type FoldNeeds, type FoldOptions, type FoldPredictions} from "../../../loaders/stages/splitFold.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

type FoldStage = StageFunction<FoldNeeds, FoldOptions, FoldPredictions>;

const boosted = {seed: 1, rounds: 5, minChildWeight: 0.5};
const STAGES: [name: string, stage: FoldStage][] = [
  ["foldMajority", foldMajority],
  ["foldLogistic", foldLogistic],
  ["foldMemory", foldMemory],
  ["foldBoosted", (needs, options, context) => foldBoosted(needs, {...options, boosted}, context)]
];
const study = handmadeStudy(80, (i) => ({uri: `uri${i - (i % 8 === 7 ? 2 : 0)}`}));
const fitted = ODD_STUDIES.filter(([, {clean}]) => clean.length >= 60);

async function needsOf(dataset = study): Promise<FoldNeeds> {
  return {dataset, folds: await folds({dataset}, {folds: 5, seed: 42}, QUIET)};
}

describe.each(STAGES)("%s(needs, {exam, fold})", (_, stage) => {
  it("predicts the rows its fold tests, and no others", async () => {
    const needs = await needsOf();
    for (const exam of ["raw", "dedup"]) {
      const {rows, p} = await stage(needs, {exam, fold: 3}, QUIET);
      assert.deepEqual(rows, splitFold(needs, {exam, fold: 3}).test.rows);
      assert.equal(p.length, rows.length);
      assert.ok(p.every((value) => value >= 0 && value <= 1));
    }
  });

  it("does not look at the labels it is tested on", async () => {
    const needs = await needsOf();
    const {rows, p} = await stage(needs, {exam: "dedup", fold: 0}, QUIET);
    const label = Uint8Array.from(study.raw.label, (value, i) => (rows.includes(i) ? 1 - value : value));
    const turned = {...needs, dataset: {...study, raw: {...study.raw, label}}};
    assert.deepEqual((await stage(turned, {exam: "dedup", fold: 0}, QUIET)).p, p);
  });

  it.each(fitted)("copes with %s", async (_, dataset) => {
    const {p} = await stage(await needsOf(dataset), {exam: "artist", fold: 1}, QUIET);
    assert.ok(p.every((value) => value >= 0 && value <= 1));
  });
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
  const needs = {dataset, folds: {memory: Uint8Array.from({length: 80}, (_, i) => i % 2)}};
  const {rows, p} = await foldMemory(needs, {exam: "memory", fold: 1}, QUIET);
  rows.forEach((row, i) => assert.ok(dataset.raw.label[row] === 1 ? p[i] > 0.9 : p[i] < 0.1, `${row} ${p[i]}`));
});

it("modelBoosted and modelLogistic fit all clean tracks, and report how far they are", async () => {
  const shares: number[] = [];
  const trees = await modelBoosted({dataset: study}, boosted, {onProgress: (share) => shares.push(share)});
  assert.equal(trees.starts.length - 1, 5);
  assert.equal(shares.at(-1), 1);
  assert.ok(shares.every((share, i) => share > (shares[i - 1] ?? 0)));
  // Rows that cleaning left out count for nothing, whatever they hold.
  const changed = handmadeStudy(80, (i) => (study.clean.includes(i) ? {} : {label: 0, x: {energy: 0.9, tempo: 1}}));
  const clean = {...changed, clean: study.clean};
  assert.deepEqual(await modelBoosted({dataset: clean}, boosted, QUIET), trees);
  assert.deepEqual(await modelLogistic({dataset: clean}, {}, QUIET), await modelLogistic({dataset: study}, {}, QUIET));
});
