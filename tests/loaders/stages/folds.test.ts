import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {EXAMS} from "../../../lib/exams/exams.js";
import folds from "../../../loaders/stages/folds.js";
import {predictFold, splitFold} from "../../../loaders/stages/predictFold.js";
import table from "../../../loaders/stages/table.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {FEWER_FEATURES, handmadeStudy, type TrackChanges} from "../../fixtures/handmadeStudy.js";

// Rows 3 and 7 repeat the track of rows 2 and 6, so that clean rows are not numbered as raw ones.
const study = handmadeStudy(60, (i) =>
  i === 3 || i === 7 ? {uri: `uri${i - 1}`, label: 0, x: {decade: 2010}} : {artist: ` ARTIST  ${i >> 2}`.slice(i % 2)}
);
const options = {folds: 5, seed: 42};
const decadesOf = (decade: (i: number) => number, more: TrackChanges = {}) =>
  handmadeStudy(60, (i) => ({...more, x: {decade: decade(i)}}));

describe("folds({dataset}, options)", () => {
  it("holds raw on every usable row and the others on clean tracks, each tested once", async () => {
    const assigned = await folds({dataset: study}, options, QUIET);
    assert.deepEqual([...assigned.raw.rows], [...study.raw.uri.keys()]);
    for (const exam of ["dedup", "artist", "memory"]) assert.deepEqual(assigned[exam].rows, study.clean, exam);
    assert.equal(study.clean.length, 58);
    for (const exam of ["raw", "dedup", "artist", "memory"]) {
      assert.equal(assigned[exam].fold.length, assigned[exam].rows.length);
      assert.deepEqual([...new Set(assigned[exam].fold)].sort(), [1, 2, 3, 4, 5], exam);
    }
  });

  it("gives the same folds to the same seed", async () => {
    const assigned = await folds({dataset: study}, options, QUIET);
    assert.deepEqual(await folds({dataset: study}, options, QUIET), assigned);
    assert.notDeepEqual((await folds({dataset: study}, {...options, seed: 43}, QUIET)).artist, assigned.artist);
  });

  it("puts no artist of the artist exam into two folds, however the name is spelt", async () => {
    const {artist, dedup, memory} = await folds({dataset: study}, options, QUIET);
    const foldsOf = (assigned: Uint8Array) => {
      const seen = new Map<string, Set<number>>();
      assigned.forEach((fold, i) => {
        const name = study.raw.artist[study.clean[i]].trim().replace(/\s+/g, " ").toLowerCase();
        seen.set(name, (seen.get(name) ?? new Set()).add(fold));
      });
      return [...seen.values()].map((set) => set.size);
    };
    assert.equal(Math.max(...foldsOf(artist.fold)), 1);
    assert.ok(Math.max(...foldsOf(dedup.fold)) > 1);
    assert.deepEqual(memory.fold, dedup.fold);
  });

  it("lines the decades up for the forward exams, and keeps tracks of unknown decade out", async () => {
    const dataset = decadesOf((i) => [1990, 1970, NaN, 2010][i % 4]);
    const {forward, previous} = await folds({dataset}, options, QUIET);
    assert.deepEqual(forward.decades, [1970, 1990, 2010]);
    assert.deepEqual([forward.train, previous.train], ["past", "previous"]);
    assert.deepEqual(previous.fold, forward.fold);
    forward.rows.forEach((row, i) => assert.equal(forward.fold[i], [1, 0, NaN, 2][row % 4]));
    assert.equal(forward.rows.length, 45);
  });

  it("keeps to the latest decades where there are more than the folds test", async () => {
    const {forward} = await folds({dataset: decadesOf((i) => 1930 + 10 * (i % 8))}, options, QUIET);
    assert.deepEqual(forward.decades, [1950, 1960, 1970, 1980, 1990, 2000]);
    assert.equal(forward.rows.length, 44); // of 60, without those of the first two decades
  });

  it("refuses an exam with the reason, and holds the others", async () => {
    const noDecades = await folds({dataset: decadesOf(() => NaN)}, options, QUIET);
    assert.equal(noDecades.forward.refusal, "it takes tracks of two decades or more, and the study knows of 0");
    assert.equal(noDecades.artist.refusal, null);
    const fewArtists = await folds({dataset: handmadeStudy(60, (i) => ({artist: `A${i % 4}`}))}, options, QUIET);
    assert.equal(fewArtists.artist.refusal, "it takes hits of 5 artists and flops of as many; there are 2 and 2");
    assert.equal(fewArtists.dedup.refusal, null);
    for (const {refusal, rows} of Object.values(await folds({dataset: handmadeStudy(2)}, options, QUIET))) {
      if (rows.length === 0) assert.match(refusal!, /^it takes (hits of 5 (tracks|artists)|tracks of two decades)/);
    }
  });

  it("gives folds to every exam there is", async () => {
    assert.deepEqual(
      Object.keys(await folds({dataset: study}, options, QUIET)),
      EXAMS.map(({id}) => id)
    );
  });
});

describe("splitFold({table, folds}, {exam, fold})", () => {
  async function needsOf(dataset = study) {
    return {table: await table({dataset}, {}, QUIET), folds: await folds({dataset}, options, QUIET)};
  }

  it("parts an exam's rows into what is learned and what is tested", async () => {
    const needs = await needsOf();
    for (const exam of ["raw", "dedup", "artist", "memory"]) {
      const tested: number[] = [];
      for (let fold = 1; fold <= 5; fold++) {
        const {train, test} = splitFold(needs, {exam, fold});
        assert.deepEqual(
          [...train.rows, ...test.rows].sort((a, b) => a - b),
          [...needs.folds[exam].rows]
        );
        tested.push(...test.rows);
        for (const {rows, X, y} of [train, test]) {
          rows.forEach((row, i) => {
            assert.equal(y[i], study.raw.label[row]);
            X.columns.forEach((column, j) => assert.ok(Object.is(column[i], study.raw.X.columns[j][row])));
          });
        }
      }
      assert.deepEqual(
        tested.sort((a, b) => a - b),
        [...needs.folds[exam].rows],
        exam
      );
    }
  });

  it("learns from the past alone, all of it or its last decade, and never from what comes later", async () => {
    const needs = await needsOf(decadesOf((i) => [1970, 1980, 1990][i % 3]));
    const years = (exam: string, fold: number) => {
      const {train, test} = splitFold(needs, {exam, fold});
      const of = ({X}: typeof train) => [...new Set(X.columns[X.names.indexOf("decade")])].sort();
      return [of(train), of(test)];
    };
    assert.deepEqual(years("forward", 1), [[1970], [1980]]);
    assert.deepEqual(years("forward", 2), [[1970, 1980], [1990]]);
    assert.deepEqual(years("previous", 2), [[1980], [1990]]);
    assert.deepEqual(years("forward", 3)[1], []);
  });

  it("leaves features and instrumental tracks out where asked", async () => {
    const needs = await needsOf();
    const {train, test} = splitFold(needs, {exam: "dedup", fold: 2, without: ["decade", "key"], vocalOnly: true});
    for (const {X, rows} of [train, test]) {
      assert.equal(X.names.length, study.raw.X.names.length - 2);
      assert.equal(X.columns.length, X.names.length);
      assert.ok(!X.names.includes("decade") && !X.names.includes("key"));
      assert.ok(rows.length > 0 && X.columns[X.names.indexOf("instrumentalness")].every((value) => value <= 0.5));
    }
  });
});

describe("predictFold(needs, options, fit)", () => {
  const fit = ({y}: {y: Uint8Array}) => ({
    predict: ({rows}: {rows: Int32Array}) => new Float64Array(rows.length).fill(y[0] / 2)
  });
  const less = {exam: "dedup", fold: 2, without: ["decade"], onlyIfKnown: true};

  const needs = async (dataset: Dataset) => ({
    table: await table({dataset}, {}, QUIET),
    folds: await folds({dataset}, {folds: 5, seed: 1}, QUIET)
  });

  it("refuses to leave out what the study does not know, where that would be the same fit again", async () => {
    const fewer = await needs(handmadeStudy(60, undefined, {}, FEWER_FEATURES));
    const refused = await predictFold(fewer, less, fit);
    assert.equal(refused.refusal, "the study does not know the decade of its tracks");
    assert.equal(refused.rows.length, 0);
    assert.equal((await predictFold(fewer, {...less, onlyIfKnown: false}, fit)).refusal, null);
    assert.equal((await predictFold(await needs(handmadeStudy(60)), less, fit)).refusal, null);
  });
});
