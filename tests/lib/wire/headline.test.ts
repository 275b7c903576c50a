import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Estimate, Metrics, NoEstimate} from "../../../lib/metrics/types.js";
import {headline} from "../../../lib/wire/headline.js";
import type {PredictorId} from "../../../lib/wire/models.js";
import {HIT_PREDICTOR_LABEL} from "../../../loaders/tracks/adapters/hitPredictorLabel.js";
import {popularityLabel} from "../../../loaders/tracks/adapters/popularityLabel.js";
import type {ExamSummary, OverviewData} from "../../../lib/wire/OverviewData.js";

const at = (value: number): Estimate => ({value, low: value - 0.01, high: value + 0.01});
const none: NoEstimate = {value: null, low: null, high: null};

function metrics(auc: Estimate | NoEstimate): Metrics {
  const same = at(0.5);
  const confusion = {tp: 1, fp: 1, fn: 1, tn: 1};
  return {accuracy: at(0.8125), f1: same, precision: same, recall: same, auc, averagePrecision: same, logLoss: same, brier: same, ece: at(0.0084), confusion}; // prettier-ignore
}

function exam(id: string, aucs: Partial<Record<PredictorId, Estimate | NoEstimate>>): ExamSummary {
  const models = Object.entries(aucs).map(([model, auc]) => ({id: model as PredictorId, metrics: metrics(auc)}));
  return {id, title: id, sentence: id, rows: 100, refusal: null, models};
}

const overview: OverviewData = {
  study: "Study",
  about: "Tracks.",
  label: {...HIT_PREDICTOR_LABEL, hit: "was heard."},
  features: ["energy"],
  synthetic: false,
  rows: 41_106,
  tracks: 40_534,
  hits: 20_267,
  artists: 11_000,
  decades: [1960, 1970, 1990],
  dropped: {},
  missing: {},
  exams: [
    exam("raw", {logistic: at(0.7), boosted: at(0.91)}),
    exam("artist", {majority: at(0.5), logistic: at(0.8114), boosted: at(0.88649)}),
    exam("memory", {memory: at(0.981)})
  ],
  drivers: [],
  driverRows: 0,
  trees: 600
};

describe("headline(overview)", () => {
  it("words each number from the exam and model it belongs to", () => {
    const {number, lede, artistAuc, artistAccuracy, memoryAuc, logisticAuc, rawAuc, artistEce, facts} =
      headline(overview);
    assert.equal(number, artistAuc);
    assert.match(
      lede,
      /^is how often .* call 81\.3\u00a0% of the tracks right\. A rule .* reaches 98\.1\u00a0%\. A hit was heard\.$/
    );
    assert.deepEqual(
      [artistAuc, artistAccuracy, memoryAuc, logisticAuc, rawAuc, artistEce],
      ["88.6\u00a0%", "81.3\u00a0%", "98.1\u00a0%", "81.1\u00a0%", "91.0\u00a0%", "0.8"]
    );
    assert.deepEqual(facts, [
      ["40,534", "tracks of 41,106 rows read"],
      ["50\u00a0%", "are hits, by design of the study"],
      ["11,000", "artists"],
      ["1960s–1990s", "decades covered"],
      ["600", "trees in the boosted model"]
    ]);
  });

  it("claims that the song says less than its artist's name only where it does", () => {
    const claimOf = (memory: number) =>
      headline({...overview, exams: [...overview.exams.slice(0, 2), exam("memory", {memory: at(memory)})]}).claim;
    assert.match(claimOf(0.907), /^A song’s sound says something .*, and less than its artist’s name$/);
    assert.match(claimOf(0.906), /, and about as much as its artist’s name$/);
    assert.match(claimOf(0.867), /, and about as much as its artist’s name$/);
    assert.match(claimOf(0.866), /, and more than its artist’s name$/);
    assert.equal(headline({...overview, hits: 4_053}).hitShare, "10\u00a0%");
  });

  it("says what a blind call would get right where one label is far more common", () => {
    const lede = (hits: number) => headline({...overview, tracks: 1000, hits}).lede;
    assert.match(lede(205), /of the tracks right; calling all of them flops would get 79\.5\u00a0%\. A rule/);
    assert.match(lede(601), /; calling all of them hits would get 60\.1\u00a0%\./);
    assert.doesNotMatch(lede(599), /calling all/);
  });

  it("words what a hit had as the study does", () => {
    const label = popularityLabel({threshold: 54, topShare: 0.205, zeroShare: 0.1});
    const {claim, lede} = headline({...overview, label});
    assert.match(claim, /says something about its popularity, and less than/);
    assert.match(lede, /A hit had a popularity of 54 or more, .*: the top 21\u00a0%\.$/);
  });

  it("calls the demo's tracks synthetic", () => {
    assert.deepEqual(headline({...overview, synthetic: true}).facts[0], ["40,534", "synthetic tracks"]);
  });

  it("names a single decade once, and none where none is known", () => {
    const {facts} = headline({...overview, decades: [2010]});
    assert.deepEqual(facts[3], ["2010s", "the decade covered"]);
    const unknown = headline({...overview, decades: []}).facts;
    assert.equal(unknown.length, 4);
    assert.doesNotMatch(unknown.flat().join(), /undefined|decade/);
  });

  it("shows a dash for a measure that is undefined", () => {
    const exams = [...overview.exams.slice(0, 2), exam("memory", {memory: none})];
    const {memoryAuc, claim} = headline({...overview, exams});
    assert.equal(memoryAuc, "–");
    assert.equal(claim, "A song’s sound says something about its chart luck");
  });

  it("claims nothing of a study that is too small for the artist exam", () => {
    const exams = [{...exam("artist", {}), refusal: "too few"}];
    const {claim, number, lede, artistAuc, artistAccuracy, rawAuc, artistEce} = headline({...overview, exams});
    assert.deepEqual(
      [number, lede],
      ["", "The exam with new artists, this site’s headline, could not be held: too few."]
    );
    assert.equal(claim, "This study is too small to tell a song’s sound from chance");
    assert.deepEqual([artistAuc, artistAccuracy, rawAuc, artistEce], ["–", "–", "–", "–"]);
  });
});
