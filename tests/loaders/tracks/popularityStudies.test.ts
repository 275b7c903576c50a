import assert from "node:assert/strict";
import {basename} from "node:path";
import {describe, it} from "vitest";
import {InputError} from "../../../lib/csv/InputError.js";
import {FEATURES} from "../../../lib/features/features.js";
import {locatedIdentity} from "../../../loaders/tracks/locatedIdentity.js";
import {locateTracks} from "../../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../../loaders/tracks/readDataset.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {playlistStudyCsv} from "../../fixtures/playlistStudy.js";
import {HOSTILE} from "../../fixtures/sampleStudy.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {spotifyTracksCsv, thirtyThousandCsv} from "../../fixtures/tracks/popularityCsv.js";
import {tracksCsv} from "../../fixtures/tracks/tracksCsv.js";

type Env = Readonly<Record<string, string>>;

const locate = (folder: string, env: Env = {}) => locateTracks({env: {...env, TRACKS: folder}, root: "/"});

function read(content: string | Uint8Array, env: Env = {}): Promise<Dataset> {
  return inFolder({"tracks.csv": content}, async (folder) => readDataset(await locate(folder, env)));
}

/** The error's text, paths cut down to the file's name. */
async function refusal(content: string | Uint8Array, env: Env = {}): Promise<string> {
  try {
    await read(content, env);
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    const {file} = error.place;
    return error.message.replace(file, basename(file));
  }
  return "accepted";
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, n) => total + n, 0);
const knownIn = ({raw}: Dataset) => raw.X.names;

describe("readDataset(located) of Spotify Tracks", () => {
  it("holds the features the study has and no others, and every row's genre", async () => {
    const dataset = await read(spotifyTracksCsv(10, {4: {track_genre: HOSTILE.title}}));
    const lacks = ["chorus_hit", "sections", "decade"];
    const known = FEATURES.map(({name}) => name).filter((name) => !lacks.includes(name));
    assert.deepEqual(knownIn(dataset), known);
    assert.deepEqual(dataset.provenance.features, known);
    assert.equal(dataset.raw.X.columns.length, known.length);
    assert.deepEqual(dataset.raw.genre!.slice(2, 5), ["genre 2", "genre 0", HOSTILE.title]);
    assert.equal(dataset.raw.artist[3], "Artist 3;Guest 3");
    assert.equal(dataset.raw.X.columns[known.indexOf("tempo")][3], 103);
  });

  it("takes the top fifth of the tracks by popularity, ties included", async () => {
    // 10 tracks of popularity 1 .. 10: the last of the best two has 9; a third track on 9 is a hit too
    for (const [cells, hits] of [
      [{}, [8, 9]],
      [{0: {popularity: "9"}}, [0, 8, 9]]
    ] as const) {
      const {raw, clean, provenance} = await read(spotifyTracksCsv(10, cells));
      assert.deepEqual([...clean].filter((row) => raw.label[row] === 1), hits); // prettier-ignore
      assert.deepEqual(provenance.label.popularity, {threshold: 9, topShare: hits.length / 10, zeroShare: 0});
      assert.equal(provenance.hits, hits.length);
    }
  });

  it("leaves tracks of popularity 0 out as unknown, and finds the threshold among tracks, not rows", async () => {
    const repeats = Object.fromEntries(
      Array.from({length: 30}, (_, k) => [10 + k, {track_id: "id9", popularity: "10"}])
    );
    const {raw, provenance} = await read(
      spotifyTracksCsv(40, {...repeats, 3: {popularity: "0"}, 4: {popularity: "0"}})
    );
    assert.deepEqual(provenance.dropped, {"popularity 0 (unknown)": 2, "repeated uri": 30});
    assert.deepEqual(provenance.label.popularity, {threshold: 9, topShare: 2 / 8, zeroShare: 2 / 10});
    assert.equal(provenance.rows, provenance.tracks + sum(provenance.dropped));
    assert.ok(raw.popularity!.every((value) => value > 0));
    assert.equal(raw.uri.length, 38);
  });

  it("gives a track whose rows differ the highest of their popularities, and counts the others", async () => {
    const {raw, clean, provenance} = await read(
      spotifyTracksCsv(10, {
        2: {track_id: "id1", popularity: "0", track_genre: "first"},
        3: {track_id: "id1", popularity: "90", track_genre: "kept"},
        4: {track_id: "id1", popularity: "90"},
        5: {track_id: "id1", popularity: "89"}
      })
    );
    const [row] = [...clean].filter((one) => raw.uri[one] === "id1");
    assert.deepEqual([row, raw.genre![row]], [3, "kept"]);
    assert.deepEqual([...raw.popularity!].slice(1, 6), [90, 90, 90, 90, 90]);
    assert.deepEqual([...raw.label].slice(1, 6), [1, 1, 1, 1, 1]);
    assert.deepEqual(raw.genre!.slice(1, 4), ["genre 1", "first", "kept"]);
    assert.deepEqual(provenance.dropped, {"repeated uri": 1, "repeated uri, other popularity": 3});
  });

  it("drops and counts the row without names, and one whose popularity is none", async () => {
    const blank = {track_name: "", artists: "", popularity: "0", duration_ms: "0"};
    const {provenance} = await read(
      spotifyTracksCsv(100, {7: blank, 8: {popularity: "101"}, 9: {popularity: "-1"}, 10: {popularity: "high"}})
    );
    assert.deepEqual(provenance.dropped, {"blank names": 1, "unusable popularity": 3});
    assert.equal(provenance.rows, provenance.tracks + 4);
  });
});

describe("readDataset(located) of 30000 Spotify Songs", () => {
  it("reads the decade of a date, a month or a year, a playlist's genre, and NA as text", async () => {
    const dates = ["2019-06-14", "2012-07", "1985", " 1969-01-01", ""];
    const cells = Object.fromEntries(dates.map((date, i) => [i, {track_album_release_date: date}]));
    const dataset = await read(thirtyThousandCsv(10, {...cells, 5: {track_name: "NA", track_artist: "NA"}}));
    assert.equal(dataset.provenance.study, "30000 Spotify Songs");
    const lacks = ["time_signature", "chorus_hit", "sections"];
    assert.deepEqual(knownIn(dataset), FEATURES.map(({name}) => name).filter((name) => !lacks.includes(name))); // prettier-ignore
    assert.deepEqual([...dataset.raw.X.columns.at(-1)!.slice(0, 5)], [2010, 2010, 1980, 1960, NaN]);
    assert.deepEqual([dataset.raw.title[5], dataset.raw.artist[5]], ["NA", "NA"]);
    assert.equal(dataset.raw.genre![4], "genre 1");
  });

  it("keeps one row of a track that is on several playlists", async () => {
    const {raw, clean, provenance} = await read(await playlistStudyCsv(400));
    assert.equal(new Set(Array.from(clean, (row) => raw.uri[row])).size, clean.length);
    assert.equal(provenance.rows, provenance.tracks + sum(provenance.dropped));
    assert.deepEqual(Object.keys(provenance.dropped), ["popularity 0 (unknown)", "repeated uri", "repeated uri, other popularity"]); // prettier-ignore
    assert.ok(raw.genre!.includes("edm") && raw.genre!.includes(HOSTILE.title));
    assert.equal(provenance.label.popularity!.zeroShare, 0.1);
  });

  it("drops and counts a row whose date is none", async () => {
    const {provenance} = await read(thirtyThousandCsv(40, {3: {track_album_release_date: "June 1999"}}));
    assert.deepEqual(provenance.dropped, {"unusable release date": 1});
  });
});

describe("readDataset(located) with a rule for hits", () => {
  it("takes a share, a popularity or both, and says so in words, hash and stage key", async () => {
    const csv = spotifyTracksCsv(10);
    const hashes = new Set<string>();
    for (const [env, threshold] of [
      [{}, 9],
      [{HIT_TOP_SHARE: "0.5"}, 6],
      [{HIT_POPULARITY: "4"}, 4],
      [{HIT_TOP_SHARE: "0.5", HIT_POPULARITY: "4"}, 6],
      [{HIT_TOP_SHARE: ".5", HIT_POPULARITY: "8"}, 8]
    ] as const) {
      const {label, hash} = (await read(csv, env)).provenance;
      assert.equal(label.popularity!.threshold, threshold);
      assert.match(label.short, new RegExp(`^hit: popularity ${threshold} or more, the top \\d+\\u00a0%$`));
      hashes.add(hash);
    }
    assert.equal(hashes.size, 5);
    await inFolder({"t.csv": csv}, async (folder) => {
      const identities = await Promise.all(
        ([{}, {HIT_POPULARITY: "4"}, {HIT_POPULARITY: "5"}] as Env[]).map(async (env) =>
          JSON.stringify(await locatedIdentity(await locate(folder, env)))
        )
      );
      assert.equal(new Set(identities).size, 3);
      assert.doesNotMatch(identities[0], /hit/);
    });
  });

  it("refuses numbers that are none, and a study that has hits of its own", async () => {
    const csv = spotifyTracksCsv(10);
    for (const share of ["20", "0", "1", "-0.1", "a fifth", "0,2", "NaN"]) {
      const message = `HIT_TOP_SHARE: expected a number between 0 and 1, like 0.2; got ${JSON.stringify(share)}`;
      assert.equal(await refusal(csv, {HIT_TOP_SHARE: share}), message);
    }
    for (const popularity of ["0", "101", "54.5", "high"]) {
      const message = `HIT_POPULARITY: expected a whole number from 1 to 100; got ${JSON.stringify(popularity)}`;
      assert.equal(await refusal(csv, {HIT_POPULARITY: popularity}), message);
    }
    assert.equal(
      await refusal(tracksCsv(4), {HIT_POPULARITY: "60"}),
      "HIT_POPULARITY: expected a study that tells popularity; got Hit Predictor, which tells hits from flops itself"
    );
  });

  it("refuses a study in which all or none would be hits", async () => {
    const same = Object.fromEntries(Array.from({length: 10}, (_, i) => [i, {popularity: "50"}]));
    const zero = Object.fromEntries(Array.from({length: 10}, (_, i) => [i, {popularity: "0"}]));
    const both = "tracks.csv: expected both hits and flops; got";
    assert.equal(
      await refusal(spotifyTracksCsv(10, same)),
      `${both} 10 hits and 0 flops: every track has popularity 50`
    );
    assert.equal(
      await refusal(spotifyTracksCsv(10, zero)),
      `${both} 0 hits and 0 flops; no track has a popularity above 0`
    );
    assert.equal(
      await refusal(spotifyTracksCsv(10), {HIT_POPULARITY: "60"}),
      `${both} 0 hits and 10 flops: a hit has popularity 60 or more, and the tracks have 1 to 10`
    );
  });
});

describe("readDataset(located) of a file that is not what it should be", () => {
  it("names the nearest study first, and what it misses", async () => {
    const csv = spotifyTracksCsv(3).replace("popularity", "fame").replace("track_genre", "style");
    assert.match(
      await refusal(csv),
      /^tracks\.csv, line 1: expected the header of a known study: Spotify Tracks \(missing here: popularity, track_genre\); /
    );
  });

  it("refuses most rows without a popularity, naming the first", async () => {
    const cells = Object.fromEntries([2, 3, 4].map((i) => [i, {popularity: "?"}]));
    const message =
      'tracks.csv, line 4, column "popularity": expected a whole number from 0 to 100; got "?" (3 of 10 rows cannot be used; 5 % may be)';
    assert.equal(await refusal(spotifyTracksCsv(10, cells)), message);
  });

  it("names line and byte of a file in cp1252", async () => {
    const csv = Buffer.from(spotifyTracksCsv(9, {5: {artists: "Beyonc\u00e9"}}), "latin1");
    assert.match(
      await refusal(csv),
      /^tracks\.csv, line 7: expected UTF-8 text; got the byte 0xE9, "é" in Windows-1252/
    );
  });

  it("refuses files of two studies", async () => {
    await inFolder({"a.csv": spotifyTracksCsv(9), "b.csv": thirtyThousandCsv(9)}, async (folder) => {
      await assert.rejects(readDataset(await locate(folder)), /b\.csv: expected Spotify Tracks like the files before; got 30000 Spotify Songs$/); // prettier-ignore
    });
  });
});
