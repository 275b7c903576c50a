import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {compareAucs} from "../../../lib/metrics/compareAucs.js";
import permuted, {type Permuted} from "../../../loaders/stages/permuted.js";
import {predictFold, type FoldPredictions} from "../../../loaders/stages/predictFold.js";
import table from "../../../loaders/stages/table.js";
import {oneExam, QUIET} from "../../fixtures/evaluated.js";
import {handmadeStudy} from "../../fixtures/handmadeStudy.js";

// Energy tells the label of all but every seventh track; nothing else tells anything.
const dataset = handmadeStudy(400, (i) => ({x: {energy: (i % 2 === Number(i % 7 !== 0) ? 0.5 : 0) + (i % 50) / 100}}));
const numbers = await table({dataset}, {}, QUIET);
const folds = {artist: oneExam(dataset.clean, (i) => 1 + ((i >> 1) % 2))};

/** Two folds of a model that says energy. */
async function asked(shuffled?: {rows: number; seed: number}): Promise<FoldPredictions[]> {
  const fit = () => ({
    predict: ({X}: {X: typeof numbers.X}) => Float64Array.from(X.columns[X.names.indexOf("energy")])
  });
  return Promise.all([1, 2].map((fold) => predictFold({table: numbers, folds}, {exam: "artist", fold, shuffled}, fit)));
}
const ofFolds = async ([fold1, fold2]: FoldPredictions[], exams = folds) =>
  permuted({table: numbers, folds: exams, fold1, fold2}, {exam: "artist"}, QUIET);

describe("predictFold(needs, {shuffled: {rows, seed}}, fit)", () => {
  it("asks again about an even pick of the tested rows, each feature's values shuffled among them", async () => {
    const [{rows, p, shuffled}] = await asked({rows: 50, seed: 3});
    const {features, places, p: again} = shuffled!;
    assert.deepEqual(features, dataset.raw.X.names);
    assert.equal(places.length, 50);
    assert.equal(rows.length, 200);
    const before = Array.from(places, (place) => p[place]);
    again.forEach((values, j) => {
      if (features[j] !== "energy") assert.deepEqual([...values], before, features[j]);
      else {
        assert.notDeepEqual([...values], before);
        assert.deepEqual([...values].sort(), [...before].sort());
      }
    });
  });

  it("shuffles alike with the same seed, otherwise with another, and not at all unless asked", async () => {
    const [once, again, other] = await Promise.all([3, 3, 4].map((seed) => asked({rows: 50, seed})));
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
    assert.equal((await asked())[0].shuffled, null);
  });

  it("asks about all rows where fewer are tested", async () => {
    assert.equal((await asked({rows: 9999, seed: 1}))[0].shuffled!.places.length, 200);
  });
});

describe("permuted(needs, {exam})", () => {
  it("measures what the AUC loses without each feature, over all folds", async () => {
    const judged = await asked({rows: 60, seed: 1});
    const losses = (await ofFolds(judged)) as Permuted;
    const energy = losses.energy!;
    assert.ok(energy.value > 0.2 && energy.low > 0.1, JSON.stringify(energy));
    const {tempo} = losses;
    assert.deepEqual(tempo, {value: 0, low: 0, high: 0, pValue: 1});
    const j = judged[0].shuffled!.features.indexOf("energy");
    const rows = judged.flatMap(({rows, shuffled}) => Array.from(shuffled!.places, (place) => rows[place]));
    const p = judged.flatMap(({p, shuffled}) => Array.from(shuffled!.places, (place) => p[place]));
    const without = judged.flatMap(({shuffled}) => [...shuffled!.p[j]]);
    const of = (values: ArrayLike<number>) => rows.map((row) => values[row]);
    assert.deepEqual(energy, compareAucs(of(numbers.label), p, without, of(numbers.artist)));
  });

  it("says nothing of a feature where all rows have one label", async () => {
    const judged = await asked({rows: 60, seed: 1});
    const hits = {...numbers, label: numbers.label.map(() => 1)};
    const losses = await permuted({table: hits, folds, fold1: judged[0], fold2: judged[1]}, {exam: "artist"}, QUIET);
    assert.ok(Object.values(losses).every((loss) => loss === null));
  });

  it("hands on why an exam was not held, or a model not examined", async () => {
    const judged = await asked({rows: 60, seed: 1});
    const refused = {artist: {...folds.artist, refusal: "too few artists"}};
    assert.deepEqual(await ofFolds(judged, refused), {refusal: "too few artists"});
    const torn = [judged[0], {...judged[1], refusal: "fold 2: one class"}];
    assert.deepEqual(await ofFolds(torn), {refusal: "fold 2: one class"});
  });
});
