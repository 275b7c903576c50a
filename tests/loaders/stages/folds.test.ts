import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {EXAMS} from "../../../lib/exams/exams.js";
import {examRows} from "../../../loaders/stages/examRows.js";
import folds from "../../../loaders/stages/folds.js";
import {splitFold} from "../../../loaders/stages/splitFold.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {handmadeStudy} from "../../fixtures/handmadeStudy.js";

// Rows 3 and 7 repeat the track of rows 2 and 6, so that clean rows are not numbered as raw ones.
const study = handmadeStudy(60, (i) =>
  i === 3 || i === 7 ? {uri: `uri${i - 1}`, label: 0, x: {decade: 2010}} : {artist: ` ARTIST  ${i >> 2}`.slice(i % 2)}
);
const options = {folds: 5, seed: 42};

describe("examRows(dataset, exam)", () => {
  it("holds raw on every usable row and the others on clean tracks", () => {
    assert.deepEqual(
      examRows(study, "raw"),
      Int32Array.from({length: 60}, (_, i) => i)
    );
    for (const exam of ["dedup", "artist", "memory"]) assert.deepEqual(examRows(study, exam), study.clean);
    assert.equal(study.clean.length, 58);
  });
});

describe("folds({dataset}, options)", () => {
  it("gives every row of every exam a fold, the same ones for a seed", async () => {
    const assigned = await folds({dataset: study}, options, QUIET);
    for (const {id} of EXAMS) {
      assert.equal(assigned[id].length, examRows(study, id).length, id);
      assert.deepEqual([...new Set(assigned[id])].sort(), [0, 1, 2, 3, 4], id);
    }
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
    assert.equal(Math.max(...foldsOf(artist)), 1);
    assert.ok(Math.max(...foldsOf(dedup)) > 1);
    assert.equal(memory, dedup);
  });

  it("refuses a study of too few artists in words for who gave it", () => {
    const files = [
      {name: "a.csv", sha256: "", rows: 2},
      {name: "b.csv", sha256: "", rows: 1}
    ];
    assert.throws(() => folds({dataset: handmadeStudy(3, undefined, {files})}, options, QUIET), {
      name: "InputError",
      message: "a.csv, b.csv: expected hits by 5 artists or more, and flops too; got hits by 1 and flops by 2"
    });
    const oneHitArtist = handmadeStudy(60, (i) => (i % 2 === 1 ? {artist: "A"} : i === 2 ? {uri: "uri0"} : {}));
    assert.throws(() => folds({dataset: oneHitArtist}, options, QUIET), /got hits by 1 and flops by 29$/);
  });
});

describe("splitFold(needs, options)", () => {
  it("parts an exam's rows, named as rows of raw, with what stands there", async () => {
    const assigned = await folds({dataset: study}, options, QUIET);
    for (const exam of ["raw", "artist"]) {
      const tested: number[] = [];
      for (let fold = 0; fold < 5; fold++) {
        const {train, test} = splitFold({dataset: study, folds: assigned}, {exam, fold});
        const rows = [...examRows(study, exam)];
        assert.deepEqual(
          [...train.rows, ...test.rows].sort((a, b) => a - b),
          rows
        );
        assert.deepEqual([...test.rows], rows.filter((_, i) => assigned[exam][i] === fold)); // prettier-ignore
        for (const {rows, X, y} of [train, test]) {
          assert.equal(X.length, rows.length);
          rows.forEach((row, i) => {
            assert.equal(y[i], study.raw.label[row]);
            study.raw.X.columns.forEach((column, j) => assert.equal(X.columns[j][i], column[row]));
          });
        }
        tested.push(...test.rows);
      }
      assert.deepEqual(tested.sort((a, b) => a - b), [...examRows(study, exam)]); // prettier-ignore
    }
  });
});
