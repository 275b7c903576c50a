import assert from "node:assert/strict";
import {describe, it} from "vitest";
import overviewPage from "../../../loaders/stages/overviewPage.js";
import type {ExplainData} from "../../../lib/wire/ExplainData.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";
import {modelsOf} from "../../fixtures/modelsOf.js";
import {handmade} from "../../lib/trees/handmade.js";

const boosted = {...handmade, features: ["tempo", "energy"]};

const importanceOf = (feature: string, value: number) => ({
  feature,
  meanAbsPhi: {value, low: value, high: value},
  direction: 0,
  signStability: null,
  permutation: null
});
const EXPLAIN = {
  features: ["energy", "tempo"],
  decades: [],
  tracks: 10,
  models: [{id: "boosted", importance: [importanceOf("tempo", 0.5), importanceOf("energy", 0.25)]}]
} as unknown as ExplainData;

async function overviewOf(dataset: Dataset) {
  const evaluation = await evaluated(dataset);
  const artist = {
    boosted: {...evaluation, metrics: {...evaluation.metrics, auc: evaluation.metrics.brier}},
    logistic: {refusal: "fold 1: no"}
  };
  const models = await modelsOf(dataset, {artist, raw: "too few"});
  return {models, overview: await overviewPage({dataset, models, explain: EXPLAIN, boosted}, {}, QUIET)};
}

describe("overviewPage({dataset, models, explain, boosted})", () => {
  it("counts artists of clean tracks however spelt, and lists decades once, rising", async () => {
    const decades = [2010, 1960, NaN, 1980, 1960, 2000];
    const artists = ["Björk", " BJÖRK ", "b", "B", "c", "dropped"];
    const dataset = handmadeStudy(6, (i) => ({
      artist: artists[i],
      uri: i === 5 ? "uri1" : `uri${i}`, // row 5 is an earlier track's repeat
      x: {decade: decades[i]}
    }));
    const {overview} = await overviewOf(dataset);
    assert.equal(overview.artists, 3);
    assert.deepEqual(overview.decades, [1960, 1980, 2010]);
    assert.deepEqual([overview.rows, overview.tracks, overview.hits], [6, 5, 2]);
    assert.equal(overview.dropped, dataset.provenance.dropped);
  });

  it("carries the measures of every exam without their curves, the drivers, and the size of the model", async () => {
    const {overview, models} = await overviewOf(handmadeStudy(20));
    const [artist, raw] = models.exams;
    const [boostedResults] = artist.models.filter((model) => "metrics" in model);
    const entrants = [{id: "boosted", metrics: boostedResults.metrics}];
    const summaryOf = ({id, title, sentence, rows, refusal}: typeof artist) => ({id, title, sentence, rows, refusal});
    assert.deepEqual(overview.exams, [
      {...summaryOf(artist), models: entrants}, // without the model that was refused
      {...summaryOf(raw), models: []}
    ]);
    assert.equal(overview.exams[1].refusal, "too few");
    assert.deepEqual(overview.drivers, [
      {feature: "tempo", meanAbsPhi: 0.5},
      {feature: "energy", meanAbsPhi: 0.25}
    ]);
    assert.equal(overview.driverRows, 10);
    assert.equal(overview.trees, 3);
  });

  it("hands a hostile study on as it is: who shows it escapes it", async () => {
    const study = "<script>alert(1)</script>";
    const {overview} = await overviewOf(handmadeStudy(6, undefined, {study, synthetic: true}));
    assert.deepEqual([overview.study, overview.synthetic], [study, true]);
  });

  it.each(ODD_STUDIES)("survives JSON: %s", async (_, dataset) => {
    assertSurvivesJson((await overviewOf(dataset)).overview);
  });
});
