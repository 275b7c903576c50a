import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {takeRows} from "../../../lib/columns.js";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {decodeEnsembles} from "../../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../../lib/trees/encodeTrees.js";
import {roundTrees} from "../../../lib/trees/roundTrees.js";
import type {ExplainedId} from "../../../lib/wire/ExplainData.js";
import {askModel} from "../../../loaders/models/askModel.js";
import {GLASSBOX_SETTINGS} from "../../../loaders/models/glassboxSettings.js";
import {MLP_SETTINGS} from "../../../loaders/models/mlpSettings.js";
import effects from "../../../loaders/stages/effects.js";
import {probabilities, type ExplainedModel} from "../../../loaders/stages/explainedModel.js";
import explainedRows from "../../../loaders/stages/explainedRows.js";
import explainPage from "../../../loaders/stages/explainPage.js";
import modelBoosted from "../../../loaders/stages/modelBoosted.js";
import modelForest from "../../../loaders/stages/modelForest.js";
import modelGlassbox from "../../../loaders/stages/modelGlassbox.js";
import modelLogistic from "../../../loaders/stages/modelLogistic.js";
import modelMlp from "../../../loaders/stages/modelMlp.js";
import reasonsBoosted from "../../../loaders/stages/reasonsBoosted.js";
import reasonsForest from "../../../loaders/stages/reasonsForest.js";
import reasonsGlassbox from "../../../loaders/stages/reasonsGlassbox.js";
import reasonsLogistic from "../../../loaders/stages/reasonsLogistic.js";
import reasonsMlp from "../../../loaders/stages/reasonsMlp.js";
import reasonsPage from "../../../loaders/stages/reasonsPage.js";
import refitBoosted, {type Refit} from "../../../loaders/stages/refitBoosted.js";
import shippedRefits from "../../../loaders/stages/shippedRefits.js";
import songsPage from "../../../loaders/stages/songsPage.js";
import table from "../../../loaders/stages/table.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

const IDS: readonly ExplainedId[] = ["logistic", "glassbox", "forest", "mlp", "boosted"];
const BOOSTED = {learningRate: 0.3, depth: 3, minChildWeight: 0.5, seed: 1};
const REFIT = {boosted: BOOSTED, haste: 2, rounding: {valueBits: 4, coverBits: 3}};
const MLP_OPTIONS = {background: 4, permutations: 8, pairTracks: 2, pairPermutations: 32, seed: 1};

// Energy tells most labels, and more so where the mode is major.
const study = handmadeStudy(120, (i) => ({
  x: {energy: ((i * 7) % 20) / 20, mode: i % 3 === 0 ? 0 : 1, tempo: i % 11 === 0 ? NaN : 60 + (i % 90)},
  label: ((i * 7) % 20) / 20 + (i % 3 === 0 ? 0.3 : 0) + ((i * 29) % 17) / 17 > 1.1 ? 1 : 0
}));

async function explainAll(dataset = study) {
  const numbers = await table({dataset}, {}, QUIET);
  const explained = await explainedRows({table: numbers}, {tracks: 30, seed: 1}, QUIET);
  const onAll = {table: numbers};
  const models = {
    logistic: await modelLogistic(onAll, {}, QUIET),
    glassbox: await modelGlassbox(onAll, GLASSBOX_SETTINGS, QUIET),
    forest: await modelForest(onAll, {seed: 1, trees: 5, minLeaf: 2}, QUIET),
    mlp: await modelMlp(onAll, {...MLP_SETTINGS, seed: 1, epochs: 2}, QUIET),
    boosted: await modelBoosted(onAll, BOOSTED, QUIET)
  };
  const needs = {table: numbers, explained};
  const reasons: Record<ExplainedId, ExplainedModel | null> = {
    logistic: await reasonsLogistic({...needs, model: models.logistic}, {}, QUIET),
    glassbox: await reasonsGlassbox({...needs, model: models.glassbox}, {}, QUIET),
    forest: await reasonsForest({...needs, model: models.forest}, {pairTracks: 3}, QUIET),
    mlp: await reasonsMlp({...needs, model: models.mlp}, MLP_OPTIONS, QUIET),
    boosted: await reasonsBoosted({...needs, model: models.boosted}, {}, QUIET)
  };
  return {numbers, explained, models, reasons};
}
const all = await explainAll();
const {numbers, explained, models, reasons} = all;
const needs = {table: numbers, explained};
const refits = await Promise.all(
  [1, 2, 3].map((draw) => refitBoosted(needs, {...REFIT, draw}, QUIET) as Promise<Refit>)
);
const named = Object.fromEntries(refits.map((refit, k) => [`refit${k + 1}`, refit]));

describe("explainedRows({table}, {tracks, seed})", () => {
  it("takes a tenth of a small study, but enough of a very small one", async () => {
    const rowsOf = async (tracks: number) =>
      (
        await explainedRows(
          {table: await table({dataset: handmadeStudy(tracks)}, {}, QUIET)},
          {tracks: 200, seed: 1},
          QUIET
        )
      ).length;
    assert.deepEqual(await Promise.all([100, 500, 1800, 2400].map(rowsOf)), [100, 150, 180, 200]);
  });

  it("picks clean tracks once, evenly over decades and labels", async () => {
    const rows = [...explained];
    assert.equal(new Set(rows).size, 30);
    assert.ok(rows.every((row) => numbers.clean.includes(row)));
    const decade = numbers.X.columns[numbers.X.names.indexOf("decade")];
    for (const year of [1960, 1970, 1980, 1990, 2000, 2010]) {
      const count = rows.filter((row) => decade[row] === year).length;
      assert.ok(count >= 4 && count <= 6, `${year}: ${count}`);
    }
    const hits = rows.filter((row) => numbers.label[row] === 1).length;
    const share = numbers.label.reduce((sum, y) => sum + y, 0) / numbers.label.length;
    assert.ok(Math.abs(hits - 30 * share) <= 3, `${hits} hits`);
  });

  it("draws alike with the same seed, otherwise with another", async () => {
    const drawn = (seed: number) => explainedRows({table: numbers}, {tracks: 30, seed}, QUIET);
    assert.deepEqual(await drawn(1), explained);
    assert.notDeepEqual(await drawn(2), explained);
  });
});

describe.each(IDS)("the reasons of %s", (id) => {
  const {spaces, interactions} = reasons[id]!;

  it("add up to the model's probabilities, in every space", () => {
    const p = askModel(id, models[id], takeRows(numbers.X, explained));
    const rounding = id === "forest" ? 1e-7 : 1e-9; // a forest's leaves are float32 shares, whose sum may pass 1
    for (const own of spaces) {
      probabilities(own).forEach((sum, i) =>
        assert.ok(Math.abs(sum - p[i]) < rounding, `${own.space}: ${sum} ${p[i]}`)
      );
    }
  });

  it("are in log-odds first, then in probability; a forest's in probability alone", () => {
    const expected = id === "forest" ? ["probability"] : ["log-odds", "probability"];
    assert.deepEqual(
      spaces.map(({space}) => space),
      expected
    );
  });

  it("come with symmetric interactions, none of a feature with itself", () => {
    const {pairs, tracks} = interactions!;
    assert.equal(tracks, {forest: 3, mlp: 2}[id as string] ?? 30);
    pairs.forEach((row, j) => {
      assert.equal(row[j], 0);
      row.forEach((size, k) => assert.ok(size >= 0 && size === pairs[k][j]));
    });
    if (id === "logistic") assert.equal(Math.max(...pairs.flat()), 0);
    if (id === "boosted") assert.ok(Math.max(...pairs.flat()) > 0);
  });

  it("have standard errors only where they were drawn", () => {
    for (const {standardErrors} of spaces) assert.equal(standardErrors !== null, id === "mlp");
  });
});

it("the reasons of boosted, for one, are Shapley values by definition, in log-odds and in probability", () => {
  for (const i of [0, 17]) {
    const row = numbers.X.columns.map((column) => column[explained[i]]);
    const values = coalitionValues(models.boosted, row);
    let step = values.next();
    while (!step.done) step = values.next();
    const margins = step.value;
    for (const [k, of] of [(S: number) => margins[S], (S: number) => sigmoid(margins[S])].entries()) {
      const {base, phi} = bruteForce(of, row.length);
      const fast = reasons.boosted!.spaces[k];
      assert.ok(Math.abs(base - fast.base) < 1e-9);
      phi.forEach((value, j) => assert.ok(Math.abs(value - fast.phi[j][i]) < 1e-9, `${fast.space} ${j}`));
    }
  }
});

describe("refitBoosted(needs, {boosted, haste, rounding, draw})", () => {
  it("explains the same rows by trees of another sample of artists", () => {
    for (const {phi} of refits) {
      assert.deepEqual([phi.length, phi[0].length], [numbers.X.names.length, 30]);
    }
    assert.notDeepEqual(refits[0], refits[1]);
  });

  it("explains the very trees that are shipped, as coarse as it was told", async () => {
    const shipped = decodeEnsembles(encodeTrees(...(await shippedRefits(named, {}, QUIET))));
    assert.equal(shipped.length, refits.length);
    shipped.forEach((trees, k) => {
      assert.deepEqual(roundTrees(trees, REFIT.rounding), trees);
      const {phi} = shapTrees(trees, takeRows(numbers.X, explained));
      phi.forEach((column, j) => assert.deepEqual(Float32Array.from(column), refits[k].phi[j]));
    });
  });

  it("is left out of what is shipped where it could not be fitted", async () => {
    const [first, second] = refits;
    const shipped = await shippedRefits({refit1: first, refit2: {refusal: "no"}, refit3: second}, {}, QUIET);
    assert.deepEqual(shipped, [first.trees, second.trees]);
  });

  it("says so where a sample has hits alone, or flops alone", async () => {
    const few = await table({dataset: handmadeStudy(4, (i) => ({label: i < 2 ? 1 : 0}))}, {}, QUIET);
    const rows = await explainedRows({table: few}, {tracks: 4, seed: 1}, QUIET);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((draw) => refitBoosted({table: few, explained: rows}, {...REFIT, draw}, QUIET))
    );
    assert.ok(answers.some((answer) => "refusal" in answer && /requires both labels/.test(answer.refusal)));
  });
});

describe("explainPage(needs, {models})", async () => {
  const permuted = {energy: {value: 0.2, low: 0.1, high: 0.3, pValue: 0}, tempo: null};
  const given = Object.fromEntries(
    IDS.flatMap((id) => [
      [`reasons ${id}`, reasons[id]],
      [`permuted ${id}`, id === "mlp" ? {refusal: "no"} : permuted]
    ])
  );
  const page = await explainPage({...needs, ...given, ...named}, {models: IDS}, QUIET);

  it("ranks features by mean |SHAP|, energy first where it tells the label", () => {
    for (const {id, importance} of page.models) {
      assert.equal(importance.length, numbers.X.names.length);
      importance.slice(1).forEach((one, k) => assert.ok(one.meanAbsPhi.value <= importance[k].meanAbsPhi.value));
      const j = numbers.X.names.indexOf(importance[0].feature);
      const {phi} = reasons[id]!.spaces[0];
      const expected = phi[j].reduce((sum, value) => sum + Math.abs(value), 0) / 30;
      assert.ok(Math.abs(importance[0].meanAbsPhi.value - expected) < 1e-4 * expected);
    }
    assert.equal(page.models.at(-1)!.importance[0].feature, "energy");
    assert.ok(page.models.at(-1)!.importance[0].direction > 0.5);
  });

  it("gives intervals and signs to the model that was refitted, and only to it", () => {
    for (const {id, refits, importance, quality} of page.models) {
      assert.equal(refits, id === "boosted" ? 3 : 0);
      const {meanAbsPhi, signStability} = importance[0];
      assert.equal(meanAbsPhi.high > meanAbsPhi.low, id === "boosted");
      assert.equal(signStability !== null, id === "boosted");
      assert.equal(quality.refitStability !== null, id === "boosted");
    }
  });

  it("hands permutation importance on, and null where it was not measured", () => {
    const [logistic, , , mlp] = page.models;
    const of = (name: string, {importance}: typeof mlp) => importance.find(({feature}) => feature === name)!;
    assert.deepEqual(of("energy", logistic).permutation, permuted.energy);
    assert.equal(of("tempo", logistic).permutation, null);
    assert.equal(of("energy", mlp).permutation, null);
  });

  it("sums up every decade's tracks alone", () => {
    assert.deepEqual(page.decades, [1960, 1970, 1980, 1990, 2000, 2010]);
    for (const {byDecade, importance} of page.models) {
      assert.equal(
        byDecade.reduce((sum, {tracks}) => sum + tracks, 0),
        30
      );
      const j = page.features.indexOf(importance[0].feature);
      const mean = byDecade.reduce((sum, {tracks, meanAbsPhi}) => sum + tracks * meanAbsPhi[j].value, 0) / 30;
      assert.ok(Math.abs(mean - importance[0].meanAbsPhi.value) < 1e-4);
    }
  });

  it("leaves out a model that could not be fitted", async () => {
    const without = await explainPage({...needs, ...given, "reasons logistic": null}, {models: IDS}, QUIET);
    assert.deepEqual(
      without.models.map(({id}) => id),
      IDS.slice(1)
    );
  });

  it("survives JSON", () => assertSurvivesJson(page));
});

describe("reasonsPage(needs, {id})", () => {
  it("gives each value of the refitted model the interval and the signs of its refits", async () => {
    const evaluation = await evaluated(study);
    const page = await reasonsPage({explained, reasons: reasons.boosted, evaluation, ...named}, {id: "boosted"}, QUIET);
    const [own, p] = page.spaces;
    const j = numbers.X.names.indexOf("energy");
    const again = refits.map(({phi}) => phi[j][4]);
    const mean = again.reduce((sum, value) => sum + value, 0) / 3;
    const deviation = Math.sqrt(again.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2);
    assert.ok(Math.abs(own.error![j][4] - 4.3027 * deviation) < 1e-3); // Student's t of two degrees of freedom
    const same = again.filter((value) => Math.sign(value) === Math.sign(own.phi[j][4])).length;
    assert.equal(own.sameSign![j][4], same / 3);
    assert.deepEqual([p.error, p.sameSign], [null, null]);
    const place = evaluation.rows.indexOf(explained[4]);
    assert.ok(Math.abs(page.outOfFold[4]! - evaluation.p[place]) < 1e-4);
    assertSurvivesJson(page);
  });

  it("gives the network's values their own standard errors", async () => {
    const page = await reasonsPage({explained, reasons: reasons.mlp, evaluation: {refusal: "no"}}, {id: "mlp"}, QUIET);
    const [drawn] = reasons.mlp!.spaces;
    assert.ok(Math.abs(page.spaces[0].error![0][2] - 1.96 * drawn.standardErrors![0][2]) < 1e-3);
    assert.ok(page.outOfFold.every((p) => p === null));
  });

  it("has no space for a model that could not be fitted", async () => {
    const page = await reasonsPage({explained, reasons: null, evaluation: {refusal: "no"}}, {id: "logistic"}, QUIET);
    assert.deepEqual(page.spaces, []);
  });
});

describe("effects(needs, {id, tracks, curves, pairs})", () => {
  it.each(IDS)("averages the probabilities of %s, and looks at the same pairs", async (id) => {
    const strongest = reasons.boosted;
    const options = {id, tracks: 20, curves: 5, pairs: 2};
    const page = await effects({...needs, model: models[id], strongest}, options, QUIET);
    assert.equal(page.tracks, 20);
    const energy = page.effects.find(({feature}) => feature === "energy")!;
    assert.equal(energy.ice.length, 5);
    assert.ok(energy.pdp.every((p) => p >= 0 && p <= 1));
    assert.ok(id === "mlp" || energy.pdp.at(-1)! > energy.pdp[0]);
    assert.equal(page.pairs.length, 2);
    const {pairs} = strongest!.interactions!;
    const [a, b] = page.pairs[0].features.map((name) => numbers.X.names.indexOf(name));
    assert.equal(pairs[a][b], Math.max(...pairs.flat()));
    assertSurvivesJson(page);
  });

  it("draws nothing of a model that could not be fitted", async () => {
    const options = {id: "logistic" as const, tracks: 20, curves: 5, pairs: 2};
    const page = await effects({...needs, model: null, strongest: reasons.boosted}, options, QUIET);
    assert.deepEqual(page, {id: "logistic", tracks: 0, effects: [], pairs: []});
  });
});

it("songsPage({dataset, explained}) names the explained tracks and their values, null where missing", async () => {
  const {songs, x} = await songsPage({dataset: study, explained}, {}, QUIET);
  const row = explained[3];
  assert.equal(songs[3].title, study.raw.title[row]);
  assert.equal(songs[3].artist, study.raw.artist[row]);
  assert.equal(songs[3].hit, study.raw.label[row] === 1);
  const tempo = study.raw.X.names.indexOf("tempo");
  explained.forEach((of, i) => {
    const value = study.raw.X.columns[tempo][of];
    assert.equal(x[tempo][i], Number.isNaN(value) ? null : value);
  });
  assertSurvivesJson({songs, x});
});

it.each(ODD_STUDIES.filter(([what]) => what !== "two tracks"))(
  "all stages of reasons cope with %s",
  async (_, dataset) => {
    const odd = await explainAll(dataset);
    const given = Object.fromEntries(
      IDS.flatMap((id) => [
        [`reasons ${id}`, odd.reasons[id]],
        [`permuted ${id}`, {refusal: "no"}]
      ])
    );
    const oddNeeds = {table: odd.numbers, explained: odd.explained};
    assertSurvivesJson(await explainPage({...oddNeeds, ...given}, {models: IDS}, QUIET));
    for (const id of IDS) {
      const options = {id, tracks: 20, curves: 5, pairs: 2};
      assertSurvivesJson(
        await effects({...oddNeeds, model: odd.models[id], strongest: odd.reasons.boosted}, options, QUIET)
      );
      assertSurvivesJson(
        await reasonsPage(
          {explained: odd.explained, reasons: odd.reasons[id], evaluation: {refusal: "no"}},
          {id},
          QUIET
        )
      );
    }
  }
);
