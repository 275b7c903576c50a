import assert from "node:assert/strict";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {describe, it} from "vitest";
import type {Hot100Joined} from "../../../lib/wire/Hot100Data.js";
import {readHot100} from "../../../loaders/hot100/readHot100.js";
import hot100Page from "../../../loaders/stages/hot100Page.js";
import {locateSide} from "../../../loaders/tracks/locateSide.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";

const HEADER = "song,artist,first_chart_date,last_chart_date,weeks,peak,entry_rank";
const folder = mkdtempSync(path.join(tmpdir(), "hot100-"));
let files = 0;
function listOf(...lines: string[]) {
  const file = path.join(folder, `list${files++}.csv`);
  writeFileSync(file, [HEADER, ...lines, ""].join("\n"));
  return {files: [file]};
}

// Hits are the odd tracks. Of 1, 5, 9, .. the songs reached number one, of 3, 7, .. they stayed a week.
const study = handmadeStudy(120);
const year = (i: number) => 1960 + 10 * (i % 6) + 3;
const line = (i: number, place: string) => `Title ${i},Artist ${i >> 1},${year(i)}-02-03,${year(i)}-05-06,${place},90`;
const list = listOf(
  ...Array.from({length: 60}, (_, k) => 2 * k + 1)
    .filter((i) => i < 101)
    .map((i) => line(i, i % 4 === 1 ? "15,1" : "1,80")),
  "Title 103,Artist 51,1930-01-01,1930-02-02,5,1,9",
  line(2, "3,50"),
  "Title 4,Artist 2,1930-01-01,1930-02-02,5,7,9"
);
const page = async (pOf: (row: number) => number) =>
  (await hot100Page({dataset: study, artist: await evaluated(study, pOf)}, {list, seed: 1}, QUIET)) as Hot100Joined;

describe("hot100Page({dataset, artist}, {list, seed})", () => {
  it("counts hits and flops found by title and artist, and those of their decade", async () => {
    const {status, songs, join} = await page(() => 0.5);
    assert.equal(status, "joined");
    assert.equal(songs, 53);
    assert.deepEqual(join, {
      hits: 60,
      hitsFound: 51,
      hitsInDecade: 50,
      flops: 60,
      flopsFound: 2,
      flopsInDecade: 1,
      several: 0
    });
  });

  it("finds number ones above one-week songs, below them, or neither, as the model says", async () => {
    const above = (await page((row) => (row % 4 === 1 ? 0.9 : 0.6) + (row % 7) / 100)).ranking!;
    assert.deepEqual([above.numberOnes, above.oneWeek, above.auc.value], [25, 25, 1]);
    assert.deepEqual(
      above.peaks.map(({from, to, tracks}) => [from, to, tracks]),
      [
        [1, 1, 25],
        [41, null, 25]
      ]
    );
    assert.ok(Math.abs(above.peaks[0].p.value - 0.93) < 0.01);
    assert.ok(above.byPeak.low! > 0.5 && above.byWeeks.low! > 0.5);
    const below = (await page((row) => (row % 4 === 1 ? 0.2 : 0.6) + (row % 7) / 100)).ranking!;
    assert.ok(below.auc.high! < 0.5 && below.byPeak.high! < -0.5);
    const {auc, withinDecade, byWeeks} = (await page(() => 0.5)).ranking!;
    assert.equal(auc.value, 0.5);
    assert.equal(withinDecade.value, 0.5);
    assert.equal(byWeeks.value, null);
  });

  it("looks nothing up without a list, in synthetic tracks, and where popularity tells the hits", async () => {
    const artist = await evaluated(study);
    const popular = handmadeStudy(4).provenance.label;
    const statuses = await Promise.all([
      hot100Page({dataset: study, artist}, {list: null, seed: 1}, QUIET),
      hot100Page({dataset: handmadeStudy(120, undefined, {synthetic: true}), artist}, {list, seed: 1}, QUIET),
      hot100Page({dataset: handmadeStudy(120, undefined, {label: {...popular, popularity: {threshold: 50, topShare: 0.2, zeroShare: 0}}}), artist}, {list: null, seed: 1}, QUIET), // prettier-ignore
      hot100Page({dataset: study, artist: {refusal: "too few"}}, {list, seed: 1}, QUIET)
    ]);
    assert.deepEqual(statuses.map(({status}) => status), ["absent", "synthetic", "popularity", "unexamined"]); // prettier-ignore
    assert.equal((statuses[3] as Hot100Joined).ranking, null);
    statuses.forEach(assertSurvivesJson);
  });

  it("bears a list in which no track is found", async () => {
    const none = listOf("Elsewhere,Nobody,1961-01-01,1961-01-08,2,50,90");
    const artist = await evaluated(study);
    const {join, ranking} = (await hot100Page({dataset: study, artist}, {list: none, seed: 1}, QUIET)) as Hot100Joined;
    assert.deepEqual([join.hitsFound, ranking!.numberOnes, ranking!.auc.value, ranking!.peaks], [0, 0, null, []]);
    assertSurvivesJson(ranking);
  });
});

describe("readHot100(files)", () => {
  it("reads what it needs, in any order", async () => {
    const [song] = await readHot100(listOf('"Hey, Jude",The Beatles,1968-09-14,1969-01-11,19,1,10').files);
    assert.deepEqual(song, {title: "Hey, Jude", artist: "The Beatles", firstYear: 1968, lastYear: 1969, weeks: 19, peak: 1}); // prettier-ignore
  });

  it.each([
    [
      "Title,A,1968,1969-01-11,19,1,10",
      /line 2, column "first_chart_date": expected a date like 1965-10-09; got "1968"/
    ],
    ["Title,A,1968-01-01,1969-01-11,0,1,10", /column "weeks": expected a whole number from 1 to 5000; got "0"/],
    ["Title,A,1968-01-01,1969-01-11,5,101,10", /column "peak": expected a whole number from 1 to 100; got "101"/],
    ["Title,A", /column "first_chart_date": expected a date like 1965-10-09; got ""/]
  ])("refuses %s", async (text, message) => {
    await assert.rejects(readHot100(listOf(text).files), {name: "InputError", message});
  });

  it("refuses a file of something else", async () => {
    const file = path.join(folder, "other.csv");
    writeFileSync(file, "a,b\n1,2\n");
    await assert.rejects(readHot100([file]), /expected the columns song, artist, .*; got "a,b"/);
  });
});

describe("locateSide(variable, folder, {env, root})", () => {
  it("takes what the variable names, else the folder of data/raw/, else nothing", async () => {
    const [file] = listOf().files;
    assert.deepEqual(await locateSide("HOT100", "hot100", {env: {HOT100: file}, root: "/"}), {files: [file]});
    assert.equal(await locateSide("HOT100", "hot100", {env: {}, root: folder}), null);
    await assert.rejects(
      locateSide("HOT100", "hot100", {env: {HOT100: path.join(folder, "no")}, root: "/"}),
      /no: expected a CSV or a folder of CSVs \(named by HOT100\); got nothing there/
    );
  });
});
