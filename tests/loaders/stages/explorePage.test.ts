import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {exploreWords} from "../../../lib/wire/exploreWords.js";
import type {Examined} from "../../../loaders/stages/evaluate.js";
import explorePage from "../../../loaders/stages/explorePage.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES, type TrackChanges} from "../../fixtures/handmadeStudy.js";

/** The page's data; of the evaluation it reads only p, made up here for each row of `dataset.raw`. */
async function explored(dataset: Dataset, pOf = (row: number) => ((row * 37) % 100) / 100) {
  const artist = {rows: dataset.clean, p: Float64Array.from(dataset.clean, pOf)} as Examined;
  const explore = await explorePage({dataset, artist}, {}, QUIET);
  const of = (name: string) => explore.features.find((feature) => feature.name === name)!;
  return {explore, ...explore, of};
}

const study = (n: number, change: (i: number) => TrackChanges) => explored(handmadeStudy(n, change));

describe("explorePage({dataset, artist}): the features", () => {
  it("are summed up over clean tracks only", async () => {
    // Rows 2 and 3 repeat rows 0 and 1; their decade is later.
    const repeated = await study(6, (i) => ({uri: `uri${i < 4 ? i % 2 : i}`, x: {mode: i === 2 || i === 3 ? 0 : 1}}));
    assert.deepEqual([repeated.tracks, repeated.hits], [4, 2]);
    assert.deepEqual(repeated.dropped, {"repeated uri": 2});
    assert.deepEqual(repeated.of("mode").edges, [0.5, 1.5]);
  });

  it("get a bin for each value where these are few, as shares of hits and of flops", async () => {
    // Flops at even rows: 0, 0, 1, 1, 3, 3 and hits at odd ones: 0, 1, 1, 1, 3, unknown.
    const keys = [0, 0, 0, 1, 1, 1, 1, 1, 3, 3, 3, NaN];
    const {of} = await study(12, (i) => ({x: {key: keys[i], decade: 1960 + 10 * (i % 3)}}));
    const {edges, hits, flops} = of("key");
    assert.deepEqual(edges, [-0.5, 0.5, 1.5, 2.5, 3.5]);
    assert.deepEqual(hits, [0.2, 0.6, 0, 0.2]);
    assert.deepEqual(flops, [0.33333, 0.33333, 0, 0.33333]);
    assert.deepEqual(of("decade").edges, [1955, 1965, 1975, 1985]);
  });

  it("get 24 bins over the bulk of many values; the outer ones take what lies beyond", async () => {
    const n = 2_000;
    const {of} = await study(n, (i) => ({x: {loudness: i === 0 ? -60 : i === 1 ? 10 : -20 + i / 100}}));
    const {edges, hits, flops} = of("loudness");
    assert.equal(edges.length, 25);
    assert.ok(edges.every((edge, k) => k === 0 || edge > edges[k - 1]));
    assert.ok(edges[0] > -20 && edges[24] < 0, `${edges[0]} to ${edges[24]}`);
    for (const shares of [hits, flops]) {
      const sum = shares.reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(sum - 1) < 24 * 1e-5, String(sum));
    }
    assert.ok(flops[0] > hits[0] && hits[23] > flops[23]);
  });

  it("count a value on an edge in the bin above it, the highest one in the last", async () => {
    const {of} = await study(50, (i) => ({x: {sections: i >> 1}}));
    const {edges, hits} = of("sections");
    assert.deepEqual(
      edges,
      Array.from({length: 25}, (_, k) => k)
    );
    assert.deepEqual(hits, [...new Array<number>(23).fill(0.04), 0.08]);
  });

  it("keep their bins apart where nearly all tracks share one value", async () => {
    const {of} = await study(4_000, (i) => ({x: {instrumentalness: i < 20 ? (i + 1) / 20 : 0}}));
    const {edges, hits} = of("instrumentalness");
    assert.ok(edges.every((edge, k) => k === 0 || edge > edges[k - 1]));
    assert.deepEqual([edges[0], edges[24]], [0, 1]);
    assert.ok(hits[0] > 0.99);
  });

  it("are ranked by how well they tell hits from flops, whatever their scale", async () => {
    const {of} = await study(40, (i) => ({
      x: {
        loudness: (i % 2) * 5 - 40,
        duration_ms: 200_000 - (i % 2),
        energy: 0.5,
        tempo: NaN,
        sections: i % 4 === 0 ? NaN : 9 - (i % 2)
      }
    }));
    assert.equal(of("loudness").auc, 1);
    assert.equal(of("duration_ms").auc, 0);
    assert.equal(of("sections").auc, 0);
    assert.equal(of("energy").auc, null); // constant
    assert.equal(of("tempo").auc, null); // never known
  });

  it("have no bin but one, empty, and no trend where no value is known", async () => {
    const {of} = await study(40, () => ({x: {tempo: NaN}}));
    assert.deepEqual(of("tempo"), {name: "tempo", edges: [0, 1], hits: [0], flops: [0], auc: null, trend: []});
  });

  it("have quartiles by decade and label, of the values that are known", async () => {
    const value = [10, 4, 20, 1, 30, 3, 40, 2, 50, 5, NaN, 6];
    const {of} = await study(12, (i) => ({x: {tempo: value[i], decade: i === 11 ? 1990 : 1980}}));
    assert.deepEqual(of("tempo").trend, [
      {decade: 1980, hit: [2, 3, 4], flop: [20, 30, 40]},
      {decade: 1990, hit: [6, 6, 6], flop: [null, null, null]}
    ]);
  });
});

describe("explorePage({dataset, artist}): the study", () => {
  it("has tracks counted by rising decade, as far as it is known", async () => {
    const decade = [1990, 1990, 1960, 1990, NaN, 1960];
    const {decades} = await study(6, (i) => ({x: {decade: decade[i]}}));
    assert.deepEqual(decades, [
      {decade: 1960, hits: 1, flops: 1},
      {decade: 1990, hits: 2, flops: 1}
    ]);
  });

  it("has rank correlations of each pair, by the features' order", async () => {
    const {correlations, features} = await study(50, (i) => ({
      x: {danceability: i, energy: i ** 3, loudness: -Math.exp(i / 10), valence: 1}
    }));
    const at = (a: string, b: string) => {
      const [i, j] = [a, b].map((name) => features.findIndex((feature) => feature.name === name));
      return correlations[i][j];
    };
    assert.deepEqual(
      correlations.map((row) => row.length),
      features.map((_, i) => i)
    );
    assert.ok(Math.abs(at("energy", "danceability")! - 1) < 1e-12);
    assert.ok(Math.abs(at("loudness", "energy")! + 1) < 1e-12);
    assert.equal(at("valence", "energy"), null);
  });

  it("is shown by tracks that the model misjudged, judged well, and could not judge", async () => {
    const dataset = handmadeStudy(600);
    const {samples} = await explored(dataset, (row) => (row + 0.5) / 600);
    const rows = samples.map(({title}) => Number(title.slice("Title ".length)));
    assert.equal(new Set(rows).size, 90);
    // Hits at odd rows: a hit of low p and a flop of high p surprise.
    const expected = new Set([
      ...Array.from({length: 15}, (_, k) => 2 * k + 1),
      ...Array.from({length: 15}, (_, k) => 598 - 2 * k),
      ...Array.from({length: 15}, (_, k) => 2 * k),
      ...Array.from({length: 15}, (_, k) => 599 - 2 * k),
      ...Array.from({length: 30}, (_, k) => 285 + k)
    ]);
    assert.deepEqual(new Set(rows), expected);
    for (const {title, artist, hit, p, decade} of samples) {
      const row = Number(title.slice("Title ".length));
      assert.deepEqual([artist, hit], [`Artist ${row >> 1}`, row % 2 === 1]);
      assert.equal(p, Number(((row + 0.5) / 600).toFixed(4)));
      assert.equal(decade, 1960 + 10 * (row % 6));
    }
  });

  it("hands hostile names on as they are: who shows them escapes them", async () => {
    const [title, artist] = ["<script>alert(1)</script>\n\"'", '=HYPERLINK("http://x")'];
    const {samples} = await study(4, () => ({title, artist}));
    assert.equal(samples.length, 4);
    for (const sample of samples) assert.deepEqual([sample.title, sample.artist], [title, artist]);
  });

  it("says null of a decade that is unknown", async () => {
    const {samples} = await study(4, () => ({x: {decade: NaN}}));
    assert.deepEqual(
      samples.map(({decade}) => decade),
      [null, null, null, null]
    );
  });
});

it.each(ODD_STUDIES)("explorePage({dataset, artist}) survives JSON and can be worded: %s", async (_, dataset) => {
  const {explore} = await explored(dataset);
  assertSurvivesJson(explore);
  const {finding, lede} = exploreWords(explore);
  assert.doesNotMatch(finding + lede, /NaN|undefined|null/);
});
