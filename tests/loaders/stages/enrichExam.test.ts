import assert from "node:assert/strict";
import {mkdtempSync, rmSync} from "node:fs";
import {readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, beforeAll, describe, it} from "vitest";
import type {Enriched} from "../../../lib/enrich/Enriched.js";
import {trackIdOf} from "../../../lib/spotify/trackIdOf.js";
import type {EnrichmentData} from "../../../lib/wire/EnrichmentData.js";
import {encodeRecord} from "../../../loaders/enrich/StoreRecord.js";
import enrichExam from "../../../loaders/stages/enrichExam.js";
import enrichPage from "../../../loaders/stages/enrichPage.js";
import enrichTable from "../../../loaders/stages/enrichTable.js";
import enrichTracks from "../../../loaders/stages/enrichTracks.js";
import foldBoosted from "../../../loaders/stages/foldBoosted.js";
import foldLogistic from "../../../loaders/stages/foldLogistic.js";
import folds from "../../../loaders/stages/folds.js";
import measure from "../../../loaders/stages/measure.js";
import table, {type Table} from "../../../loaders/stages/table.js";
import {readDataset} from "../../../loaders/tracks/readDataset.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {artistAnswer, artistId, RAW, trackAnswer} from "../../fixtures/enrichAnswers.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson} from "../../fixtures/handmadeStudy.js";
import {writeSampleStudy} from "../../fixtures/sampleStudy.js";

const TRACKS = 600;
const FOLDS = 3;
const ADDED = ["release_year", "explicit", "track_popularity", "artist_followers", "artist_popularity"];
const FLAGS = ADDED.map((name) => `${name}_known`);
const boosted = {rounds: 20, depth: 3, learningRate: 0.2, minChildWeight: 5, lambda: 5, seed: 11};

let folder: string;
let dataset: Dataset;
let enriched: Enriched;
let numbers: Table;
let page: EnrichmentData;

/** Answers that know the label: nine hits in ten are found and six flops in ten, and hits are popular. */
function answersOf({raw}: Dataset): string {
  return raw.uri
    .flatMap((uri, i) => {
      const id = trackIdOf(uri);
      const hit = raw.label[i] === 1;
      if (id === undefined || (i * 7) % 10 >= (hit ? 9 : 6)) return [];
      const popularity = ((i * 13) % 40) + (hit ? 40 : 10);
      const track = trackAnswer(i, {id, popularity, album: {id: "", name: RAW.album, release_date: `${1960 + (i % 60)}`}}, {id}); // prettier-ignore
      return [track, artistAnswer(i, {popularity: 50})];
    })
    .map(encodeRecord)
    .join("");
}

async function measuredOn(from: Table, model: "logistic" | "boosted", without: readonly string[]) {
  const needs = {table: from, folds: await folds({dataset}, {folds: FOLDS, seed: 11}, QUIET)};
  const parts = await Promise.all(
    Array.from({length: FOLDS}, (_, k) => {
      const options = {exam: "artist", fold: k + 1, without};
      return model === "logistic"
        ? foldLogistic(needs, options, QUIET)
        : foldBoosted(needs, {...options, boosted}, QUIET);
    })
  );
  const predicted = Object.fromEntries(parts.map((part, k) => [`fold${k + 1}`, part]));
  return measure({...needs, ...predicted}, {exam: "artist", seed: 11}, QUIET);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "enriched-"));
  await writeSampleStudy(path.join(folder, "study"), TRACKS);
  const names = (await readdir(path.join(folder, "study"))).sort();
  dataset = await readDataset({source: "tracks", files: names.map((name) => path.join(folder, "study", name))});
  const file = path.join(folder, "answers.jsonl");
  await writeFile(file, answersOf(dataset));
  enriched = await enrichTracks({dataset}, {file}, QUIET);
  numbers = await table({dataset}, {}, QUIET);
  const wide = await enrichTable({table: numbers, enriched}, {}, QUIET);
  const sets: Record<string, string[]> = {
    answered: ["decade", ...ADDED],
    before: ["decade", ...ADDED.slice(2), ...FLAGS],
    after: ["decade", ...FLAGS]
  };
  const needs: Record<string, Awaited<ReturnType<typeof measuredOn>>> = {};
  for (const model of ["logistic", "boosted"] as const) {
    needs[`artist ${model}`] = await measuredOn(numbers, model, []);
    needs[`sound ${model}`] = await measuredOn(numbers, model, ["decade"]);
    for (const [set, without] of Object.entries(sets))
      needs[`${set} ${model}`] = await measuredOn(wide, model, without);
  }
  const options = {models: ["logistic", "boosted"] as const, metadata: ["decade"]};
  const exam = await enrichExam({table: numbers, ...needs}, options, QUIET);
  page = await enrichPage({table: numbers, enriched, exam}, {isInput: true}, QUIET);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const result = (set: string, id: string) => page.exam!.find((one) => one.set === set && one.id === id)!;
const aucOf = (set: string, id: string) => result(set, id).metrics!.auc.value!;

describe("enrichTable({table, enriched})", () => {
  it("adds what models can read, and whether it is known, beside the columns of the study", async () => {
    const {X, label, clean} = await enrichTable({table: numbers, enriched}, {}, QUIET);
    assert.deepEqual(X.names, [...numbers.X.names, ...ADDED, ...FLAGS]);
    assert.ok(X.columns.every((column) => column.length === X.length));
    assert.deepEqual([label, clean], [numbers.label, numbers.clean]);
    const [popularity, known] = ["track_popularity", "track_popularity_known"].map((name) => X.columns[X.names.indexOf(name)]); // prettier-ignore
    assert.ok(known.every((flag, row) => flag === (Number.isNaN(popularity[row]) ? 0 : 1)));
    assert.ok(known.includes(0) && known.includes(1));
  });
});

describe("the exam with Spotify's answers, on the sample study", () => {
  it("has a result a set of fields and model, each beside the sound alone on the same tracks", () => {
    assert.deepEqual(
      page.exam!.map(({set, id}) => `${set} ${id}`),
      ["sound", "answered", "before", "after"].flatMap((set) => [`${set} logistic`, `${set} boosted`])
    );
    for (const {set, id, gain, beyond} of page.exam!) {
      const over = (other: string) => aucOf(set, id) - aucOf(other, id);
      if (set === "sound") assert.equal(gain, null);
      else assert.ok(Math.abs(gain!.value - over("sound")) < 1e-12, `${set} ${id}`);
      if (set === "sound" || set === "answered") assert.equal(beyond, null);
      else assert.ok(Math.abs(beyond!.value - over("answered")) < 1e-12, `${set} ${id}`);
    }
  });

  it("finds what leaks: popularity most of all, and that a track was found even without any value", () => {
    for (const id of ["logistic", "boosted"]) {
      assert.ok(result("after", id).gain!.low > 0.05, `${id}: ${JSON.stringify(result("after", id).gain)}`);
      assert.ok(result("answered", id).gain!.low > 0, `${id}: ${JSON.stringify(result("answered", id).gain)}`);
      assert.ok(result("after", id).beyond!.low > 0);
      assert.ok(
        result("before", id).beyond!.low < 0,
        "the years are made up, and tell nothing but that they are known"
      );
    }
  });

  it("compares with the exam itself where the study knows nothing but the sound, and hands on a refusal", async () => {
    const [sound, artist] = [await measuredOn(numbers, "logistic", ["decade"]), await measuredOn(numbers, "logistic", [])]; // prettier-ignore
    const {names, columns} = numbers.X;
    const bare = {...numbers, X: {...numbers.X, names: names.slice(0, -1), columns: columns.slice(0, -1)}};
    assert.equal(names.at(-1), "decade");
    const needs = {
      "sound logistic": {refusal: "the study does not know the decade"},
      "artist logistic": artist,
      "answered logistic": sound,
      "before logistic": sound,
      "after logistic": {refusal: "fold 1: too few"}
    };
    const options = {models: ["logistic"] as const, metadata: ["decade"]};
    const [alone, answered, , after] = await enrichExam({table: bare, ...needs}, options, QUIET);
    assert.ok("metrics" in artist && "metrics" in sound);
    assert.equal(alone.metrics!.auc.value, artist.metrics.auc.value);
    assert.ok(Math.abs(answered.gain!.value - (sound.metrics.auc.value! - artist.metrics.auc.value!)) < 1e-12);
    assert.deepEqual(after, {set: "after", id: "logistic", metrics: null, gain: null, beyond: null});
  });
});

describe("enrichPage({table, enriched, exam})", () => {
  it("counts every clean track once, hits found more often than flops", () => {
    const sum = (counts: object) => Object.values(counts as Record<string, number>).reduce((a, b) => a + b, 0);
    const hits = dataset.clean.reduce((n, row) => n + dataset.raw.label[row], 0);
    for (const field of page.coverage!.fields) {
      assert.deepEqual([sum(field.hits), sum(field.flops)], [hits, dataset.clean.length - hits], field.name);
    }
    const [year] = page.coverage!.fields;
    assert.ok(year.hits.known / hits > 0.85 && year.flops.known / (dataset.clean.length - hits) < 0.65);
    assert.ok(year.leak.low! > 0.55, JSON.stringify(year.leak));
  });

  it("holds no title, artist, album, genre or id of the store", () => {
    const text = JSON.stringify(page).toLowerCase();
    for (const raw of [...Object.values(RAW), artistId(1).slice(0, 8), "0sample", "usxxx"]) {
      assert.ok(!text.includes(raw.toLowerCase()), raw);
    }
  });

  it("survives JSON", () => assertSurvivesJson(page));
});
