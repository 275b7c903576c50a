import assert from "node:assert/strict";
import {mean} from "d3-array";
import {describe, it} from "vitest";
import {takeRows, takeValues} from "../../../lib/columns.js";
import {aucInterval} from "../../../lib/metrics/aucInterval.js";
import {decodeEnsembles} from "../../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../../lib/trees/encodeTrees.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {roundTrees} from "../../../lib/trees/roundTrees.js";
import decadeModels from "../../../loaders/stages/decadeModels.js";
import foldsStage from "../../../loaders/stages/folds.js";
import table from "../../../loaders/stages/table.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

const BOOSTED = {rounds: 8, depth: 2, learningRate: 0.3, minChildWeight: 0.5, seed: 1};

// Energy goes with hits in the 1960s and with flops in the 2010s; of the 1990s all are hits.
const study = handmadeStudy(300, (i) => {
  const decade = [1960, 1990, 2010][i % 3];
  const energy = ((i * 7) % 20) / 20;
  const goes = energy > 0.5 === ((decade === 1960) !== (i * 29) % 17 < 3); // some against the rule
  const label = decade === 1990 || goes ? 1 : 0;
  return {x: {decade, energy}, label, artist: `Artist ${Math.floor(i / 6)}`};
});

async function needsOf(dataset: Dataset = study) {
  return {table: await table({dataset}, {}, QUIET), folds: await foldsStage({dataset}, {folds: 3, seed: 1}, QUIET)};
}
const needs = await needsOf();
const fitted = await decadeModels(needs, {boosted: BOOSTED, fewest: 20}, QUIET);

const {X, label, artist, clean} = needs.table;
const column = (name: string) => X.columns[X.names.indexOf(name)];
const rowsOf = (decade: number) => clean.filter((row) => column("decade")[row] === decade);
const fit = (rows: Int32Array) =>
  roundTrees(fitBoosted(takeRows(X, rows), takeValues(label, rows), {...BOOSTED, groups: takeValues(artist, rows)}));

describe("decadeModels({table, folds}, {boosted, fewest})", () => {
  it("fits the trees of each decade to its tracks alone, over all features", () => {
    assert.deepEqual(
      fitted.models.map(({decade}) => decade),
      [1960, 2010]
    );
    fitted.models.forEach(({decade, tracks, hitShare}, k) => {
      const rows = rowsOf(decade);
      assert.equal(tracks, rows.length);
      assert.equal(hitShare, rows.filter((row) => label[row] === 1).length / rows.length);
      assert.deepEqual(fitted.trees[k], fit(rows));
      assert.deepEqual(fitted.trees[k].features, X.names);
    });
  });

  it("tells the decades apart: what goes with hits in one goes with flops in the other", () => {
    const rows = rowsOf(1960);
    const high = rows.filter((row) => column("energy")[row] > 0.7);
    const [then, now] = fitted.trees.map((trees) => mean(predictTrees(trees, takeRows(X, high)))!);
    assert.ok(then > 0.6 && now < 0.4, `${then} ${now}`);
  });

  it("measures each on artists of the decade that it had not heard", () => {
    const {rows: held, fold} = needs.folds.artist;
    const rows = rowsOf(1960);
    const partOf = (row: number) => fold[held.indexOf(row)];
    const p = new Map<number, number>();
    for (const part of [1, 2, 3]) {
      const asked = rows.filter((row) => partOf(row) === part);
      const trees = fit(rows.filter((row) => partOf(row) !== part));
      predictTrees(trees, takeRows(X, asked)).forEach((value, i) => p.set(asked[i], value));
    }
    const expected = aucInterval(
      takeValues(label, rows),
      Array.from(rows, (row) => p.get(row)!),
      takeValues(artist, rows)
    );
    const {auc} = fitted.models[0];
    for (const end of ["value", "low", "high"] as const) assert.ok(Math.abs(auc[end]! - expected[end]!) < 1e-12, end);
  });

  it("leaves out decades with fewer tracks than asked for", async () => {
    const {models, trees} = await decadeModels(needs, {boosted: BOOSTED, fewest: 101}, QUIET);
    assert.deepEqual([models, trees], [[], []]);
  });

  it("says no AUC where the artist exam is not held, or a fold learns from flops alone", async () => {
    const none = {value: null, low: null, high: null};
    const refused = {...needs.folds.artist, rows: new Int32Array(0), fold: new Uint8Array(0), refusal: "no"};
    const unheld = {...needs, folds: {...needs.folds, artist: refused}};
    const {models} = await decadeModels(unheld, {boosted: BOOSTED, fewest: 20}, QUIET);
    assert.deepEqual(
      models.map(({auc}) => auc),
      [none, none]
    );
    const {rows} = needs.folds.artist;
    const torn = {
      ...needs.folds.artist,
      fold: Uint8Array.from(rows, (row) => (label[row] === 1 || row % 2 === 0 ? 2 : 1))
    };
    const halves = {...needs, folds: {...needs.folds, artist: torn}};
    assert.deepEqual((await decadeModels(halves, {boosted: BOOSTED, fewest: 20}, QUIET)).models[0].auc, none);
  });

  it("gives what a file carries, and JSON", () => {
    assertSurvivesJson(fitted.models);
    const carried = decodeEnsembles(encodeTrees(...fitted.trees));
    assert.deepEqual(carried, fitted.trees.map((trees) => ({...trees, gain: trees.gain.map(() => 0)}))); // prettier-ignore
  });

  it.each(ODD_STUDIES)("copes with %s", async (_, dataset) => {
    const {models, trees} = await decadeModels(await needsOf(dataset), {boosted: BOOSTED, fewest: 2}, QUIET);
    assert.equal(models.length, trees.length);
    assertSurvivesJson(models);
  });
});
