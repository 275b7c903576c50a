import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import {fitGlassbox} from "../../../lib/glassbox/fitGlassbox.js";
import {fitLogistic} from "../../../lib/logistic/fitLogistic.js";
import {takeRows, takeValues} from "../../../lib/columns.js";
import type {Mlp} from "../../../lib/mlp/types.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import type {ControlRange} from "../../../lib/wire/PredictData.js";
import predictPage from "../../../loaders/stages/predictPage.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

type Needs = Parameters<typeof predictPage>[0];

const some = handmadeStudy(60);
const [X, y] = [takeRows(some.raw.X, some.clean), takeValues(some.raw.label, some.clean)];
const logistic = fitLogistic(X, y);
const glassbox = fitGlassbox(X, y);
const mlp = {format: "trackoracle-mlp/1"} as Mlp; // handed on as it is
const boosted = fitBoosted(X, y, {rounds: 3, seed: 1});
const NO_DECADE = {tracks: 1, hitShare: 1, auc: {value: null, low: null, high: null}};
const ABSENT = {refusal: "not held"};

async function predictOf(dataset: Dataset, change: Partial<Needs> = {}) {
  const needs: Needs = {
    dataset,
    logistic,
    glassbox,
    mlp,
    boosted,
    decades: {models: [], trees: []},
    refits: [boosted, boosted],
    "artist logistic": ABSENT,
    "artist glassbox": ABSENT,
    "artist forest": ABSENT,
    "artist mlp": ABSENT,
    "artist boosted": await evaluated(dataset),
    ...change
  };
  return predictPage(needs, {models: ["logistic", "forest", "boosted"]}, QUIET);
}

async function controlsOf(dataset: Dataset, change: Partial<Needs> = {}) {
  const {controls} = await predictOf(dataset, change);
  return (name: string) => controls.find((control) => control.name === name)!;
}

const rangeOf = ({min, max, low, high, median}: ControlRange) => ({min, max, low, high, median});

describe("predictPage(needs): what sliders cover", () => {
  it("is the bulk of each feature's known values, one control a feature in their order", async () => {
    const n = 1001;
    const study = handmadeStudy(n, (i) => ({x: {tempo: (i * 4) % n, loudness: i < 800 ? NaN : -i}}));
    const names = (await predictOf(study)).controls.map(({name}) => name);
    assert.deepEqual(names, FEATURES.map(({name}) => name)); // prettier-ignore
    const of = await controlsOf(study);
    assert.deepEqual(rangeOf(of("tempo")), {min: 0, max: 1000, low: 5, high: 995, median: 500});
    assert.deepEqual(rangeOf(of("loudness")), {min: -1000, max: -800, low: -999, high: -801, median: -900});
  });

  it("is every decade, the rarest too", async () => {
    const of = await controlsOf(handmadeStudy(1000, (i) => ({x: {decade: i === 0 ? 1950 : i === 1 ? 2020 : 1980}})));
    assert.deepEqual(rangeOf(of("decade")), {min: 1950, max: 2020, low: 1950, high: 2020, median: 1980});
  });

  it("is the legal range where no value is known, without a median", async () => {
    const of = await controlsOf(handmadeStudy(20, () => ({x: {tempo: NaN, decade: NaN}})));
    assert.deepEqual(rangeOf(of("tempo")), {min: null, max: null, low: 0, high: 300, median: null});
    assert.deepEqual(rangeOf(of("decade")), {min: null, max: null, low: 1900, high: 2090, median: null});
    assert.ok([...of("tempo").density.hits, ...of("tempo").density.flops].every((count) => count === 0));
  });

  it("is learned from clean tracks only", async () => {
    const of = await controlsOf(handmadeStudy(4, (i) => ({uri: `uri${i & 1}`, x: {tempo: 100 + i}})));
    assert.deepEqual(rangeOf(of("tempo")), {min: 100, max: 101, low: 100, high: 101, median: 101});
  });
});

describe("predictPage(needs): densities", () => {
  it("count hits and flops in 32 bins of one width from low to high, and leave out what lies beyond", async () => {
    // tempo 0 .. 3200 of 3201 tracks, even ones flops: low is 16, high 3184, a bin 99 wide
    const {density} = (await controlsOf(handmadeStudy(3201, (i) => ({x: {tempo: i}}))))("tempo");
    assert.deepEqual([density.low, density.high], [16, 3184]);
    assert.equal(Object.keys(density.hits).length, 32);
    assert.deepEqual([density.flops[0], density.hits[0]], [50, 49]); // 16 .. 114
    assert.deepEqual([density.flops[1], density.hits[1]], [49, 50]); // 115 .. 213
    assert.deepEqual([density.flops[31], density.hits[31]], [50, 50]); // 3085 .. 3184, both ends
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    assert.equal(sum(density.hits) + sum(density.flops), 3169);
  });

  it("give each key, mode, number of beats or sections and decade a bin, and put it into its middle", async () => {
    const study = handmadeStudy(240, (i) => ({x: {sections: i % 4 === 0 ? 3 : 9, decade: i < 3 ? 1950 : 1980}}));
    const of = await controlsOf(study);
    const shape = (name: string) => [of(name).density.low, of(name).density.high, of(name).density.hits.length];
    assert.deepEqual(shape("key"), [-0.5, 11.5, 12]);
    assert.deepEqual(shape("mode"), [-0.5, 1.5, 2]);
    assert.deepEqual(shape("sections"), [2.5, 9.5, 7]);
    assert.deepEqual(shape("decade"), [1945, 1985, 4]);
    assert.deepEqual([of("decade").density.hits, of("decade").density.flops], [[1, 0, 0, 119], [2, 0, 0, 118]]); // prettier-ignore
    assert.deepEqual([of("sections").density.hits, of("sections").density.flops], [[0, 0, 0, 0, 0, 0, 120], [60, 0, 0, 0, 0, 0, 60]]); // prettier-ignore
  });

  it("have one bin where all values are the same, and 32 where whole numbers are too many or not whole", async () => {
    const of = await controlsOf(
      handmadeStudy(60, (i) => ({x: {energy: 0.5, sections: 20 * i, time_signature: i / 7}}))
    );
    assert.deepEqual(of("energy").density, {low: 0.495, high: 0.505, hits: [30], flops: [30]});
    assert.equal(of("sections").density.hits.length, 32);
    assert.equal(of("time_signature").density.hits.length, 32);
  });
});

describe("predictPage(needs): decades", () => {
  const models = [1960, 1970, 1980].map((decade) => ({...NO_DECADE, decade}));

  it("are those that have a model", async () => {
    const {decades} = await predictOf(some, {decades: {models, trees: []}});
    assert.deepEqual(decades, models);
  });

  it("tell the median of each feature's known values among their tracks", async () => {
    const study = handmadeStudy(8, (i) => ({
      label: 1,
      uri: `uri${Math.min(i, 6)}`,
      x: {
        decade: [1960, 1960, 1960, 1970, 1970, 1990, NaN, 1960][i],
        tempo: [90, 110, 100, NaN, 130, 140, 150, 999][i],
        energy: i < 3 ? 0.25 : NaN
      }
    }));
    const of = await controlsOf(study, {decades: {models, trees: []}});
    assert.deepEqual(of("tempo").decadeMedians, [100, 130, null]);
    assert.deepEqual(of("energy").decadeMedians, [0.25, null, null]);
    assert.deepEqual(of("decade").decadeMedians, [1960, 1970, null]);
  });
});

describe("predictPage(needs): the space", () => {
  it("has mean and standard deviation of the known values of clean tracks", async () => {
    const study = handmadeStudy(5, (i) => ({
      uri: `uri${Math.min(i, 3)}`,
      label: 1,
      x: {tempo: [100, 120, NaN, 140, 999][i], energy: 0.5, valence: NaN}
    }));
    const {space} = await predictOf(study);
    const of = (name: string) => [space.mean[space.features.indexOf(name)], space.sd[space.features.indexOf(name)]];
    assert.deepEqual(of("tempo"), [120, 16.32993]); // √(800 / 3)
    assert.deepEqual(of("energy"), [0.5, 1]);
    assert.deepEqual(of("valence"), [0, 1]);
  });
});

describe("predictPage(needs): what models are worth", () => {
  it("tells AUC of those that sat the artist exam", async () => {
    const right = await evaluated(some, (row) => (some.raw.label[row] === 1 ? 0.8 : 0.2));
    const {auc} = await predictOf(some, {"artist boosted": right, "artist logistic": right, "artist mlp": right});
    assert.deepEqual(auc, {logistic: 1, boosted: 1}); // of the models asked for
  });

  it("leaves AUC out where there is one class", async () => {
    assert.deepEqual((await predictOf(handmadeStudy(10, () => ({label: 1})))).auc, {});
  });

  it("gives the strangeness that so many true labels exceed, by error rate", async () => {
    // every track's own label is given 1 − i / 100, so scores are 0, .01, .. .98 of 99 tracks
    const study = handmadeStudy(99);
    const artist = await evaluated(study, (row) => (study.raw.label[row] === 1 ? 1 - row / 100 : row / 100));
    const {thresholds} = await predictOf(study, {"artist boosted": artist});
    assert.deepEqual(
      thresholds.map(({errorRate, threshold}) => [errorRate, Number(threshold.toFixed(9))]),
      [[0.01, 0.98], [0.02, 0.97], [0.05, 0.94], [0.1, 0.89], [0.15, 0.84], [0.2, 0.79], [0.25, 0.74], [0.3, 0.69], [0.4, 0.59]] // prettier-ignore
    );
  });

  it("gives none where the exam was not held", async () => {
    const {thresholds, auc} = await predictOf(some, {"artist boosted": ABSENT});
    assert.deepEqual([thresholds, auc], [[], {}]);
  });
});

describe("predictPage(needs)", () => {
  it("hands on what else the page needs", async () => {
    const page = await predictOf(handmadeStudy(20, undefined, {synthetic: true, hash: "abcdefabcdef"}));
    assert.deepEqual([page.dataHash, page.synthetic, page.tracks, page.hitShare], ["abcdefabcdef", true, 20, 0.5]);
    assert.deepEqual([page.logistic, page.glassbox, page.mlp, page.refits], [logistic, glassbox.model, mlp, 2]);
    assert.equal((await predictOf(some, {logistic: null})).logistic, null);
  });

  it("names the boosted trees by their content", async () => {
    const {modelHash} = await predictOf(some);
    assert.match(modelHash, /^[0-9a-f]{12}$/);
    assert.equal((await predictOf(handmadeStudy(20))).modelHash, modelHash);
    const other = fitBoosted(X, y, {rounds: 4, seed: 1});
    assert.notEqual((await predictOf(some, {boosted: other})).modelHash, modelHash);
  });

  it.each(ODD_STUDIES)("survives JSON: %s", async (_, dataset) => {
    assertSurvivesJson(await predictOf(dataset));
  });
});
