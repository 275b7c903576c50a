import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {selectColumns, takeRows, takeValues} from "../../../lib/columns.js";
import {shuffle} from "../../../lib/exams/shuffle.js";
import {aucInterval} from "../../../lib/metrics/aucInterval.js";
import {outsideModels as readModels} from "../../../lib/outside/outsideModels.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {encodeTrees} from "../../../lib/trees/encodeTrees.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import foldsStage from "../../../loaders/stages/folds.js";
import outsideExam from "../../../loaders/stages/outsideExam.js";
import {fitKnown} from "../../../loaders/stages/outsideFits.js";
import {outsideInputs} from "../../../loaders/stages/outsideInputs.js";
import {maskedInputs, toldInputs} from "../../../loaders/stages/outsideMasks.js";
import outsideModels from "../../../loaders/stages/outsideModels.js";
import table from "../../../loaders/stages/table.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

const BOOSTED = {rounds: 12, depth: 3, learningRate: 0.3, minChildWeight: 1, seed: 1};
const OPTIONS = {known: BOOSTED, estimate: BOOSTED};
const NONE = {value: null, low: null, high: null};
const QUESTIONS = ["instrumentalness", "speechiness", "liveness"];

const random = randomSource(5);
const drawn = Array.from({length: 400}, () => ({loudness: -20 + 15 * random(), voice: random(), noise: random()}));

/** Loud tracks with a voice are hits, a few against the rule; energy follows loudness; valence nothing. */
const study = handmadeStudy(400, (i) => {
  const {loudness, voice, noise} = drawn[i];
  const isHit = (loudness + 20) / 15 + 2 * voice > 1.5 !== i % 9 < 1;
  const x = {loudness, instrumentalness: 1 - voice, energy: 0.1 + (0.8 * (loudness + 20)) / 15, valence: noise};
  return {x, label: isHit ? 1 : 0};
});

async function needsOf(dataset: Dataset) {
  return {table: await table({dataset}, {}, QUIET), folds: await foldsStage({dataset}, {folds: 3, seed: 1}, QUIET)};
}
async function modelsOf(dataset: Dataset) {
  const needs = await needsOf(dataset);
  const artist = {refusal: "not held"};
  const exam = await outsideExam({...needs, artist}, {boosted: BOOSTED}, QUIET);
  return outsideModels({...needs, exam}, OPTIONS, QUIET);
}
const needs = await needsOf(study);
const artist = await evaluated(study);
const exam = await outsideExam({...needs, artist}, {boosted: BOOSTED}, QUIET);
const fitted = await outsideModels({...needs, exam}, OPTIONS, QUIET);
const aucs = exam.map(({auc}) => auc.value!);

describe("outsideInputs(tracks)", () => {
  const tracks = {
    names: ["instrumentalness", "tempo", "energy", "speechiness", "liveness"],
    columns: [
      Float32Array.of(0, 0.05, 0.2, 0.9, 0.95, NaN),
      Float32Array.of(1, 2, 3, 4, 5, 6),
      Float32Array.of(1, 1, 1, 1, 1, 1),
      Float32Array.of(0.03, 0.04, 0.05, 0.1, 0.3, 0.33),
      new Float32Array(6).fill(NaN)
    ],
    length: 6
  };
  const {X, questions} = outsideInputs(tracks);

  it("puts what an answer stands for in the place of a value, and leaves what is measured", () => {
    assert.deepEqual(X.names, ["tempo", "instrumentalness", "speechiness"]);
    assert.deepEqual(X.columns[0], tracks.columns[1]);
    assert.deepEqual(X.columns[1], Float32Array.of(0.05, 0.05, 0.2, 0.95, 0.95, NaN));
    assert.deepEqual(X.columns[2], Float32Array.of(0.04, 0.04, 0.04, 0.3, 0.3, 0.33));
  });

  it("says of each answer what it stands for and how many tracks it covers", () => {
    assert.deepEqual(questions, [
      {feature: "instrumentalness", edges: [1, 0.5, 0.1, 0], values: [0.95, 0.2, 0.05], shares: [0.4, 0.2, 0.4]},
      {feature: "speechiness", edges: [0, 0.1, 0.33, 1], values: [0.04, 0.3, 0.33], shares: [0.5, 0.3333, 0.1667]}
    ]);
  });

  it("lets an answer that covers no track stand for the middle of its edges", () => {
    const one = {names: ["liveness"], columns: [Float32Array.of(0.2)], length: 1};
    assert.deepEqual(outsideInputs(one).questions[0].values, [0.2, 0.9]);
  });
});

describe("maskedInputs(X, seed)", () => {
  const {X} = outsideInputs(study.raw.X);
  const masked = maskedInputs(X, 3);
  const asked = QUESTIONS.map((name) => masked.columns[X.names.indexOf(name)]);
  const share = (isCounted: (row: number) => boolean) =>
    Array.from(asked[0].keys()).filter(isCounted).length / X.length;

  it("takes every answer of some rows, none of others, each of the rest by its own draw", () => {
    const answered = (row: number) => asked.filter((column) => !Number.isNaN(column[row])).length;
    for (const [count, expected] of [
      [0, 0.2 + 0.6 / 8],
      [1, (0.6 * 3) / 8],
      [2, (0.6 * 3) / 8],
      [3, 0.2 + 0.6 / 8]
    ]) {
      const got = share((row) => answered(row) === count);
      assert.ok(Math.abs(got - expected) < 0.07, `${count} answers: ${got} of the rows`); // three standard errors
    }
  });

  it("takes tempo and meter now and then, both or none, and key and mode; else nothing", () => {
    const [tempo, meter] = ["tempo", "time_signature"].map((name) => masked.columns[X.names.indexOf(name)]);
    const gone = share((row) => Number.isNaN(tempo[row]));
    assert.ok(gone > 0.01 && gone < 0.1, String(gone));
    assert.ok(tempo.every((value, row) => Number.isNaN(value) === Number.isNaN(meter[row])));
    for (const name of ["loudness", "duration_ms", "decade"]) {
      assert.deepEqual(masked.columns[X.names.indexOf(name)], X.columns[X.names.indexOf(name)]);
    }
  });

  it("takes the same away for the same seed, and leaves its input as it is", () => {
    const before = structuredClone(X);
    assert.deepEqual(maskedInputs(X, 3), masked);
    assert.notDeepEqual(maskedInputs(X, 4), masked);
    assert.deepEqual(X, before);
  });
});

describe("outsideExam({table, folds, artist}, {boosted})", () => {
  it("examines more and more answers, the full trees at medians, and quotes the exam of the site's trees", () => {
    assert.deepEqual(
      exam.map(({told, trees, features}) => [told, trees, features.length]),
      [
        ["what is measured", "retrained", 7],
        ["what is measured, and vocals", "retrained", 8],
        ["what is measured, and every answer", "retrained", 10],
        ["what is measured", "full", 7],
        ["every feature of the study", "full", 16]
      ]
    );
    assert.deepEqual(exam[4].auc, artist.metrics.auc);
  });

  it("measures on artists not heard, with answers not given unknown", () => {
    const {rows, fold} = needs.folds.artist;
    const {X} = outsideInputs(takeRows(needs.table.X, rows));
    const [label, artists] = [takeValues(needs.table.label, rows), takeValues(needs.table.artist, rows)];
    const p = new Float64Array(rows.length);
    for (const part of [1, 2, 3]) {
      const [learned, tested] = [true, false].map((isLearned) =>
        Array.from(rows.keys()).filter((i) => (fold[i] !== part) === isLearned)
      );
      const trees = fitKnown(
        {inputs: takeRows(X, learned), label: takeValues(label, learned), artist: takeValues(artists, learned)},
        BOOSTED
      )!;
      predictTrees(trees, toldInputs(takeRows(X, tested), [])).forEach((value, k) => (p[tested[k]] = value));
    }
    const expected = aucInterval(label, p, artists);
    for (const end of ["value", "low", "high"] as const) {
      assert.ok(Math.abs(exam[0].auc[end]! - expected[end]!) < 1e-12, end);
    }
  });

  it("ranks better the more is told, and better than full trees that meet a median voice", () => {
    assert.ok(aucs[0] > 0.55 && aucs[0] < 0.72, `measured ${aucs[0]}`);
    assert.ok(aucs[1] > aucs[0] + 0.1, `with vocals ${aucs[1]}`);
    assert.ok(aucs[2] > aucs[0] + 0.1, `with every answer ${aucs[2]}`);
    assert.ok(aucs[3] < aucs[1], `full at medians ${aucs[3]}`);
  });

  it("ranks labels that were shuffled no better than chance", async () => {
    const label = Uint8Array.from(shuffle([...needs.table.label], randomSource(3)));
    const shuffled = {...needs, table: {...needs.table, label}};
    for (const {auc, trees} of (await outsideExam({...shuffled, artist}, {boosted: BOOSTED}, QUIET)).slice(0, 4)) {
      assert.ok(Math.abs(auc.value! - 0.5) < 0.1, `${trees} ${auc.value}`);
    }
  });

  it("says no AUC where the artist exam is not held", async () => {
    const refused = {...needs.folds.artist, rows: new Int32Array(0), fold: new Uint8Array(0), refusal: "no"};
    const unheld = {...needs, folds: {...needs.folds, artist: refused}, artist: {refusal: "no"}};
    for (const {auc} of await outsideExam(unheld, {boosted: BOOSTED}, QUIET)) assert.deepEqual(auc, NONE);
  });
});

describe("outsideModels({table, folds, exam}, {known, estimate})", () => {
  const {data, trees} = fitted;
  const estimate = (name: string) => data.estimates.find(({feature}) => feature === name)!;

  it("fits one ensemble that tells a hit and one a feature, all of the same inputs", () => {
    assert.deepEqual(
      data.estimates.map(({feature}) => feature),
      ["energy", "danceability", "acousticness", "valence"]
    );
    assert.equal(trees.length, 5);
    for (const {features} of trees) assert.deepEqual(features, data.known);
  });

  it("estimates what follows from the measured, and says how badly what does not", () => {
    const {r2, r2Measured, errorLow, errorHigh} = estimate("energy");
    assert.ok(r2! > 0.9 && r2Measured! > 0.9, `${r2} ${r2Measured}`);
    assert.ok(errorLow < 0 && errorLow > -0.1 && errorHigh > 0 && errorHigh < 0.1, `${errorLow} ${errorHigh}`);
    const noise = estimate("valence");
    assert.ok(noise.r2! < 0.1, String(noise.r2));
    assert.ok(noise.errorLow < -0.3 && noise.errorHigh > 0.3, `${noise.errorLow} ${noise.errorHigh}`);
  });

  it("leaves estimates any error where no artists were kept from them", async () => {
    const refused = {...needs.folds.artist, rows: new Int32Array(0), fold: new Uint8Array(0), refusal: "no"};
    const unheld = {...needs, folds: {...needs.folds, artist: refused}, exam: []};
    for (const {feature, ...quality} of (await outsideModels(unheld, OPTIONS, QUIET)).data.estimates) {
      assert.deepEqual(quality, {r2: null, r2Measured: null, errorLow: -1, errorHigh: 1}, feature);
    }
  });

  it("gives what files carry", () => {
    assertSurvivesJson(data);
    const read = readModels(data, encodeTrees(...trees));
    const {X} = outsideInputs(study.raw.X);
    assert.deepEqual(predictTrees(read.known, X), predictTrees(trees[0], X));
    assert.deepEqual(predictTrees(read.estimates[3], X), predictTrees(trees[4], X));
    assert.throws(() => readModels(data, encodeTrees(trees[0])), {
      message: "outsideModels requires 5 ensembles; got 1"
    });
  });

  it("leaves out what a study lacks", async () => {
    const lacking = ["decade", "chorus_hit", "sections", "time_signature", "valence", "liveness"];
    const X = selectColumns(study.raw.X, study.raw.X.names.filter((name) => !lacking.includes(name))); // prettier-ignore
    const {data: less, trees: fewer} = await modelsOf({...study, raw: {...study.raw, X}});
    assert.deepEqual(less.known, [...["tempo", "key", "mode", "loudness", "duration_ms"], ...QUESTIONS.slice(0, 2)]);
    assert.deepEqual(less.questions.map(({feature}) => feature), QUESTIONS.slice(0, 2)); // prettier-ignore
    assert.deepEqual(less.estimates.map(({feature}) => feature), ["energy", "danceability", "acousticness"]); // prettier-ignore
    assert.equal(fewer.length, 4);
    assert.ok(less.auc[1].auc.value! > 0.7);
  });

  it.each(ODD_STUDIES)("copes with %s", async (_, dataset) => {
    const odd = await modelsOf(dataset);
    assertSurvivesJson(odd.data);
    assert.equal(odd.trees.length, odd.data.estimates.length + 1);
    for (const {r2, errorLow, errorHigh} of odd.data.estimates) {
      assert.ok(r2 === null || r2 <= 1);
      assert.ok(errorLow >= -1 && errorLow <= errorHigh && errorHigh <= 1);
    }
  });
});
