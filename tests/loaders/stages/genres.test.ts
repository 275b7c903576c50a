import assert from "node:assert/strict";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {describe, it} from "vitest";
import {takeValues} from "../../../lib/columns.js";
import {driverColumns} from "../../../lib/genres/driverColumns.js";
import {sharedMargins} from "../../../lib/genres/sharedMargins.js";
import genreFold from "../../../loaders/stages/genreFold.js";
import {commonMargins, foldMargins} from "../../../loaders/stages/genreMargins.js";
import genrePair from "../../../loaders/stages/genrePair.js";
import genreTracks, {type GenreTracks} from "../../../loaders/stages/genreTracks.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {GENRE_RULES, genresOf, genreStudy} from "../../fixtures/genreStudy.js";
import {assertSurvivesJson, handmadeStudy} from "../../fixtures/handmadeStudy.js";

const study = genreStudy();
const {tracks, page} = await genresOf(study);
const genre = (name: string) => page.genres.find((one) => one.name === name)!;
const slopeOf = (name: string, feature: string) =>
  genre(name).slopes[page.drivers.findIndex((driver) => driver.feature === feature)];

describe("genreTracks({dataset}, {side, folds, seed})", () => {
  it("counts a track once in each of its genres, and puts no artist into two folds", () => {
    const {names, track, genre: of, artist, fold, study: told} = tracks!;
    assert.deepEqual(names, ["<b>deaf</b>", "all flops", "all hits", "falling", "rising", "small", "three"]);
    assert.deepEqual([told.tracks, told.rows, track.length, told.isSite], [633, 634, 634, true]);
    const first = Array.from(track.keys()).filter((row) => track[row] === 0);
    assert.deepEqual(first.map((row) => names[of[row]]), ["rising", "small"]); // prettier-ignore
    const foldOf = new Map<number, number>();
    artist.forEach((a, t) => {
      assert.equal(foldOf.get(a) ?? fold[t], fold[t]);
      foldOf.set(a, fold[t]);
    });
    assert.equal(new Set(fold).size, 5);
  });

  it("is null where neither the study nor files beside it tell genres, and reads those where the study does not", async () => {
    const options = {side: null, folds: 5, seed: 1};
    assert.equal(await genreTracks({dataset: handmadeStudy(20)}, options, QUIET), null);
    const file = path.join(mkdtempSync(path.join(tmpdir(), "genres-")), "tracks.csv");
    writeFileSync(file, spotifyTracks(60));
    const side = {source: "tracks", files: [file]} as const;
    const beside = (await genreTracks({dataset: handmadeStudy(20)}, {...options, side}, QUIET))!;
    assert.deepEqual([beside.study.name, beside.study.isSite, beside.study.tracks], ["Spotify Tracks", false, 60]);
    assert.deepEqual(beside.names, ["folk", "rock"]);
    const own = (await genreTracks({dataset: study}, {...options, side}, QUIET))!;
    assert.equal(own.study.isSite, true);
  });

  it("says why too few artists cannot be examined", async () => {
    const {page: few} = await genresOf({
      ...study,
      raw: {...study.raw, artist: study.raw.artist.map((_, i) => `Artist ${i % 4}`)}
    });
    assert.match(few.refusal!, /^it takes hits by 5 artists and flops by as many; there are 4 and 4$/);
    assert.deepEqual([few.genres, few.ways], [[], []]);
  });
});

describe("genrePage({tracks, fold1, …}, {rules})", () => {
  it("tells hits by what goes with them in each genre, where one model for all cannot", () => {
    for (const name of ["rising", "falling"]) {
      const {auc, gain, own} = genre(name);
      assert.ok(auc.shared.value! > 0.75, `${name} ${auc.shared.value}`);
      assert.ok(gain!.low > 0.1, `${name} ${gain!.low}`);
      assert.ok(own.value! > 0.7);
    }
    const [shared, blind] = [page.ways.find(({way}) => way === "shared")!, page.ways.find(({way}) => way === "blind")!];
    assert.ok(shared.within.low! > blind.within.high!);
  });

  it("finds nothing in a genre where there is nothing", () => {
    const {low, high} = genre("<b>deaf</b>").auc.shared;
    assert.ok(low! < 0.5 && high! > 0.5 && high! < 0.7, `${low} ${high}`);
  });

  it("gives slopes with their signs, that of a small genre drawn to the mean, that of three tracks hardly off it", () => {
    const mean = page.drivers.find(({feature}) => feature === "energy")!;
    assert.ok(slopeOf("rising", "energy").low > 0.5 && slopeOf("falling", "energy").high < -0.5);
    assert.ok(Math.abs(slopeOf("<b>deaf</b>", "energy").value) < 0.5);
    const {value, low, high} = slopeOf("three", "energy");
    assert.ok(
      Math.abs(value - mean.mean.value) < mean.spread && high - low > 3 * mean.spread,
      `${value} ${low} ${high}`
    );
    assert.ok(mean.spread > 0.5, String(mean.spread));
  });

  it("lists genres with three tracks, or with one label alone, and does not examine them", () => {
    for (const [name, of, hits] of [
      ["three", 3, null],
      ["all hits", 20, 20],
      ["all flops", 20, 0]
    ] as const) {
      const {examined, tracks: held, hits: held1, auc, gain, own} = genre(name);
      assert.deepEqual([examined, held, auc.shared.value, gain, own.value], [false, of, null, null, null]);
      if (hits !== null) assert.equal(held1, hits);
    }
    assert.deepEqual(page.genres.slice(-3).map(({name}) => name).sort(), ["all flops", "all hits", "three"]); // prettier-ignore
  });

  it("examines a genre that has enough hits and flops, and no other", async () => {
    assert.equal(genre("small").examined, true);
    const {page: strict} = await genresOf(study, {...GENRE_RULES, fewestOfEach: 20});
    assert.equal(strict.genres.find(({name}) => name === "small")!.examined, false);
  });

  it("gives only large genres trees of their own", () => {
    assert.deepEqual(
      page.genres.filter(({own}) => own.value !== null).map(({name}) => name).sort(), // prettier-ignore
      ["<b>deaf</b>", "falling", "rising"]
    );
    assert.deepEqual(page.large.map(({way}) => way), ["blind", "known", "shared", "own"]); // prettier-ignore
  });

  it("survives JSON, and says of nothing that there is nothing", async () => {
    assertSurvivesJson(page);
    assert.deepEqual(page.rules, GENRE_RULES);
    const {page: none} = await genresOf(handmadeStudy(20));
    assert.deepEqual([none.study, none.refusal, none.genres], [null, null, []]);
    assertSurvivesJson(none);
  });
});

describe("no label reaches the predictions of its own fold", () => {
  const settings = {rounds: 5, depth: 2, minChildWeight: 1, seed: 1};
  /** The same tracks, those of fold 1 with the other label. */
  const turned: GenreTracks = {...tracks!, label: tracks!.label.map((y, t) => (tracks!.fold[t] === 1 ? 1 - y : y))};
  const partsOf = async (given: GenreTracks) => {
    const parts: Record<string, unknown> = {};
    for (const fold of [1, 2, 3, 4, 5]) {
      parts[`fold${fold}`] = await genreFold(
        {tracks: given},
        {fold, pooled: settings, own: settings, largeOfEach: 40},
        QUIET
      );
      if (fold > 1)
        parts[`pair${fold}`] = await genrePair({tracks: given}, {folds: [1, fold], pooled: settings}, QUIET);
    }
    const {blind, known, own} = foldMargins(parts, given.track.length);
    const part = takeValues(given.fold, given.track);
    const rows = {
      y: takeValues(given.label, given.track),
      genre: given.genre,
      artist: takeValues(given.artist, given.track),
      genres: given.names.length
    };
    const common = commonMargins(parts, blind);
    const shared = sharedMargins(
      rows,
      part,
      common,
      driverColumns(given.X).map(({values}) => takeValues(values, given.track))
    );
    return {blind, known, own, shared, common: common(1), part};
  };

  it("genreFold, genrePair, commonMargins and sharedMargins give fold 1 the same when its labels are turned round", async () => {
    const [before, after] = await Promise.all([partsOf(tracks!), partsOf(turned)]);
    assert.deepEqual(after.common, before.common); // of all rows: what the correction for fold 1 is learned from
    const ofFold = (values: Float64Array, fold: number) => values.filter((_, row) => before.part[row] === fold);
    for (const way of ["blind", "known", "own", "shared"] as const) {
      assert.deepEqual(ofFold(after[way], 1), ofFold(before[way], 1), way);
      assert.notDeepEqual(ofFold(after[way], 2), ofFold(before[way], 2), way);
    }
  });
});

/** A CSV in the shape of Spotify Tracks. */
function spotifyTracks(rows: number): string {
  const features =
    "duration_ms,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature";
  const lines = Array.from({length: rows}, (_, i) => {
    const cells = [200_000, "False", 0.5, (i % 10) / 10, i % 12, -8, 1, 0.1, 0.2, 0, 0.1, 0.5, 120, 4];
    return `${i},id${i},Artist ${i},Album,Title ${i},${1 + (i % 90)},${cells.join(",")},${i % 2 === 0 ? "rock" : "folk"}`;
  });
  return [`,track_id,artists,album_name,track_name,popularity,${features},track_genre`, ...lines, ""].join("\n");
}
