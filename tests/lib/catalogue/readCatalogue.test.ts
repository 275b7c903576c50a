import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {blobPieces} from "../../../lib/catalogue/blobPieces.js";
import type {ColumnMap} from "../../../lib/catalogue/ColumnMap.js";
import {openCatalogue} from "../../../lib/catalogue/openCatalogue.js";
import {readSongs} from "../../../lib/catalogue/readSongs.js";
import {checkColumnMap, unknownFeatures} from "../../../lib/catalogue/recogniseColumns.js";
import {sampleCatalogue} from "../../../lib/catalogue/sampleCatalogue.js";
import {scoredText} from "../../../lib/catalogue/scoredText.js";
import {songTable} from "../../../lib/catalogue/songTable.js";
import {topReasons} from "../../../lib/catalogue/topReasons.js";
import {trainedFeature} from "../../../lib/catalogue/trainedFeature.js";
import {openRows} from "../../../lib/csv/openRows.js";
import {FEATURES} from "../../../lib/features/features.js";

const NAMES = FEATURES.map(({name}) => name);
const VALUES = "0.5,0.6,3,-7.5,1,0.05,0.2,0,0.1,0.7,120,215000,4,30.5,9,1980";
const HEADER = `track,artist,uri,${NAMES.join(",")}`;

const open = (text: string | Uint8Array<ArrayBuffer>, name = "t.csv") => openCatalogue(new Blob([text]), name);
async function read(text: string, change: Partial<ColumnMap> = {}) {
  const {map, delimiter} = await open(text);
  return readSongs(await openRows("t.csv", blobPieces(new Blob([text])), delimiter), {...map, ...change});
}

describe("openCatalogue(blob, name)", () => {
  it("knows the headers of three studies, in any order", async () => {
    const hitPredictor = await open(`${HEADER}\na,b,c,${VALUES}\n`);
    assert.deepEqual(unknownFeatures(hitPredictor.map, NAMES), []);
    assert.deepEqual([hitPredictor.map.title, hitPredictor.map.artist, hitPredictor.map.id], [0, 1, 2]);
    const spotifyTracks = await open(
      ",track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre\n0,i,a,b,t,1,215000,False,0.5,0.5,1,-5,1,0,0,0,0,0,100,4,pop\n"
    );
    assert.deepEqual(unknownFeatures(spotifyTracks.map, NAMES), ["chorus_hit", "sections", "decade"]);
    assert.deepEqual([spotifyTracks.map.title, spotifyTracks.map.artist, spotifyTracks.map.id], [4, 2, 1]);
    const songs30000 = await open(
      "\ufefftrack_artist;track_id;track_name;track_album_release_date;energy\na;i;t;1999-05-01;0.5\n"
    );
    assert.equal(songs30000.delimiter, ";");
    assert.equal(songs30000.map.features.decade, 3);
    assert.equal(
      (await open(`${HEADER.replaceAll(",", "\t")}\n${`a,b,c,${VALUES}`.replaceAll(",", "\t")}\n`)).delimiter,
      "\t"
    );
  });

  it("tells seconds by their values, and the decade by the file's name", async () => {
    const {map} = await open("energy,duration\n0.5,215.2\n0.4,180\n", "dataset-of-90s.csv");
    assert.deepEqual([map.durationUnit, map.decade], ["s", 1990]);
    assert.equal((await open("energy,duration_ms\n0.5,215200\n")).map.durationUnit, "ms");
  });

  it.each([
    ["", /expected a header line; got an empty file/],
    [`${HEADER}\n`, /expected a song or more below the header; got none/],
    ["energy\n0.5\n", /got one column/],
    ["energy,tempo,energy\n1,2,3\n", /column "energy": expected each column once; got this one twice/],
    [
      `${Array.from({length: 10_000}, (_, i) => `c${i}`).join(",")}\n${"1,".repeat(9999)}1\n`,
      /expected 500 columns at most; got 10000/
    ],
    ["energy,tempo\n0.5,\0\n", /got binary data/],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /an image \(PNG\)/],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0), /spreadsheet or a ZIP/],
    [Uint8Array.of(0xff, 0xfe, 0x61, 0), /UTF-16/],
    [Uint8Array.of(0x61, 0x2c, 0x62, 10, 0xe9, 0x2c, 0x31, 10), /line 2: expected UTF-8 text/],
    ['energy,tempo\n"0.5,120\n', /line 2: expected a closing quote/],
    [`energy,tempo\n${"x".repeat(10_000_000)},1\n`, /records under 1 MiB/]
  ] as const)("refuses %.20j", async (text, expected) => {
    await assert.rejects(open(text), {name: "InputError", message: expected});
  });
});

describe("checkColumnMap(map, header, file)", () => {
  it("refuses a choice without sound, and one column for two features", async () => {
    const {map, header} = await open("foo,bar\n1,2\n");
    assert.throws(() => checkColumnMap(map, header, "t.csv"), {message: /expected a column for one feature of sound/});
    const both = {...map, features: {...map.features, energy: 1, valence: 1}};
    assert.throws(() => checkColumnMap(both, header, "t.csv"), {message: /got "bar" for both energy and valence/});
  });
});

describe("readSongs(csv, map)", () => {
  it("reads values, texts and lines, and tells every row it leaves out", async () => {
    const bad = VALUES.replace("0.6", "1.6");
    const text = `${HEADER}\n"a\nb",x,1,${VALUES}\nc,y,2,${bad}\nd,z,3\n\ne,w,4,${VALUES.replace("120", "")}\n`;
    const {X, lines, title, faults} = await read(text);
    assert.deepEqual([X.length, [...lines], title], [2, [2, 7], ["a\nb", "e"]]);
    assert.equal(X.columns[NAMES.indexOf("duration_ms")][0], 215000);
    assert.deepEqual([...X.columns[NAMES.indexOf("tempo")]], [120, NaN]);
    assert.deepEqual(faults, [
      {line: 4, column: "energy", expected: "a number from 0 to 1", got: '"1.6"'},
      {line: 5, column: "", expected: "19 cells like the header", got: "3"}
    ]);
  });

  it("takes seconds for milliseconds when told, years and dates for decades, and one decade for all", async () => {
    const seconds = await read("energy,duration,year\n0.5,215.5,1965-07-02\n0.5,100,1979\n0.5,90,\n0.5,80,65\n");
    assert.deepEqual([...seconds.X.columns[NAMES.indexOf("duration_ms")]], [215500, 100000, 90000]);
    assert.deepEqual([...seconds.X.columns[NAMES.indexOf("decade")]], [1960, 1970, NaN]);
    assert.deepEqual(
      seconds.faults.map(({line, got}) => [line, got]),
      [[5, '"65"']]
    );
    const all = await read("energy,x\n0.5,1\n", {decade: 2010});
    assert.deepEqual([...all.X.columns[NAMES.indexOf("decade")]], [2010]);
    assert.deepEqual([...all.X.columns[NAMES.indexOf("tempo")]], [NaN]);
  });

  it("grows with the file, and refuses one of which no row can be read", async () => {
    const many = await read(`energy,tempo\n${Array.from({length: 3000}, (_, i) => `${i / 3000},100`).join("\n")}\n`);
    assert.equal(many.X.length, 3000);
    assert.equal(many.X.columns[1][2999], Math.fround(2999 / 3000));
    await assert.rejects(read("energy,tempo\nmuch,1\n"), {message: /line 2, column "energy": .*none of its rows/});
  });
});

describe("scoredText(csv, map, columns)", () => {
  it("adds columns to the rows that could be read, and disarms formulas", async () => {
    const text = "track;energy;p_hit\n=cmd|' /C calc'!A0;0.5;x\nrefused;9;y\n<b>ok</b>;-0 ;z\n";
    const {map, delimiter} = await open(text);
    const csv = await openRows("t.csv", blobPieces(new Blob([text])), delimiter);
    const explained = {names: ["energy"], base: -1, phi: [Float64Array.of(0.25, -0.5)]};
    const columns = {p: Float64Array.of(0.5, 0.9), hitShare: 0.5, baseRate: 0.1, explained};
    let written = "";
    for await (const piece of scoredText(csv, map, columns)) written += piece;
    assert.equal(
      written,
      "track,energy,p_hit,p_hit_,p_hit_at_10_percent,shap_energy,shap_base\n" +
        "'=cmd|' /C calc'!A0,0.5,x,0.5,0.1,0.25,-1\n<b>ok</b>,-0 ,z,0.9,0.5,-0.5,-1\n"
    );
  });
});

describe("songTable(songs, p)", () => {
  it("sorts numbers and texts both ways, unknown values last, and finds without case or accents", async () => {
    const songs = await read("track,artist,tempo\nÉtude 10,b,120\nsong 2,a,\nSong 10,Beyoncé,90\n");
    const order = songTable(songs, Float64Array.of(0.2, 0.9, 0.2));
    const rows = (sort: string, descending = false, filter = "") => [...order({sort, descending, filter})];
    assert.deepEqual(rows("p", true), [1, 0, 2]);
    assert.deepEqual(rows("tempo"), [2, 0, 1]);
    assert.deepEqual(rows("tempo", true), [0, 2, 1]);
    assert.deepEqual(rows("title"), [0, 1, 2]);
    assert.deepEqual(rows("line", true), [2, 1, 0]);
    assert.deepEqual(rows("line", false, " BEYONCE "), [2]);
    assert.deepEqual(rows("line", false, "etude"), [0]);
    assert.deepEqual(rows("line", false, "nobody"), []);
  });
});

it("topReasons(names, phi, song, most) are the largest, up or down", () => {
  const phi = [Float64Array.of(0, 0.1), Float64Array.of(0, -3), Float64Array.of(0, 2)];
  assert.deepEqual(topReasons(["a", "b", "c"], phi, 1, 2), [{name: "b", phi: -3}, {name: "c", phi: 2}]); // prettier-ignore
});

it("sampleCatalogue(data, songs, seed) is a catalogue that can be read, the same for the same seed", async () => {
  const features = NAMES.map((name) => trainedFeature(name, Float32Array.of(...(name === "decade" ? [1960, 1970] : name === "duration_ms" ? [2e5, 3e5] : [0, 1])))); // prettier-ignore
  const data = {dataHash: "", modelHash: "", synthetic: false, tracks: 2, hitShare: 0.5, features};
  const text = sampleCatalogue(data, 20, 1);
  assert.equal(text, sampleCatalogue(data, 20, 1));
  const {X, faults} = await read(text);
  assert.deepEqual([X.length, faults.length], [20, 0]);
});
