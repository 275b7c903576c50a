import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {assignFolds} from "../../../lib/exams/assignFolds.js";
import {shuffle} from "../../../lib/exams/shuffle.js";
import {randomSource} from "../../../lib/random/randomSource.js";

/** n tracks by artists of whom few have many; labels mostly the artist's, as in the study; six decades. */
function tracks(n: number, seed: number) {
  const random = randomSource(seed);
  const label: number[] = [];
  const groups: string[] = [];
  const strata: number[] = [];
  for (let artist = 0; label.length < n; artist++) {
    const size = Math.min(n - label.length, Math.ceil(1 / (random() + 0.01)));
    const hit = random() < 0.5 ? 1 : 0;
    const decade = 1960 + 10 * Math.floor(random() * 6);
    for (let t = 0; t < size; t++) {
      label.push(random() < 0.05 ? 1 - hit : hit);
      groups.push(`artist ${artist}`);
      strata.push(decade);
    }
  }
  return {label, groups, strata};
}

const seeds = fc.integer({min: 0, max: 1000});
const countBy = (fold: Uint8Array, folds: number, counted: (row: number) => boolean) => {
  const counts = new Array<number>(folds).fill(0);
  fold.forEach((f, row) => (counts[f] += counted(row) ? 1 : 0));
  return counts;
};
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe("assignFolds({label, seed})", () => {
  it("deals every row into one of the folds, sizes, labels and strata differing by a row at most", () => {
    fc.assert(
      fc.property(fc.integer({min: 60, max: 400}), fc.integer({min: 2, max: 7}), seeds, (n, folds, seed) => {
        const {label, strata} = tracks(n, seed);
        fc.pre(Math.min(label.filter(Boolean).length, n - label.filter(Boolean).length) >= folds);
        const fold = assignFolds({label, strata, folds, seed});
        assert.equal(fold.length, n);
        assert.ok(fold.every((f) => f < folds));
        assert.ok(spread(countBy(fold, folds, () => true)) <= 1);
        assert.ok(spread(countBy(fold, folds, (row) => label[row] === 1)) <= 1);
        for (const decade of strata) {
          assert.ok(spread(countBy(fold, folds, (row) => label[row] === 1 && strata[row] === decade)) <= 1);
        }
      }),
      {seed: 1, numRuns: 50}
    );
  });

  it("gives the same folds to the same seed, others to another", () => {
    const {label} = tracks(200, 1);
    assert.deepEqual(assignFolds({label, seed: 1}), assignFolds({label, seed: 1}));
    assert.notDeepEqual(assignFolds({label, seed: 1}), assignFolds({label, seed: 2}));
  });

  it("has nothing to do with the order of rows: neighbours share a fold as often as chance has it", () => {
    const label = Array.from({length: 20_000}, (_, i) => (i < 10_000 ? 1 : 0));
    const fold = assignFolds({label, seed: 1});
    const shared = fold.filter((f, i) => i > 0 && f === fold[i - 1]).length / fold.length;
    assert.ok(Math.abs(shared - 0.2) <= 0.015, `${shared}`);
    for (let f = 0; f < 5; f++) {
      let sum = 0;
      fold.forEach((g, i) => (sum += g === f ? i : 0));
      assert.ok(Math.abs(sum / 4000 / 10_000 - 1) <= 0.03);
    }
  });
});

describe("assignFolds({label, groups, seed})", () => {
  it("puts no group into two folds", () => {
    fc.assert(
      fc.property(fc.integer({min: 200, max: 600}), seeds, (n, seed) => {
        const {label, groups, strata} = tracks(n, seed);
        const fold = assignFolds({label, groups, strata, seed});
        const foldOf = new Map<string, number>();
        groups.forEach((group, row) => {
          assert.equal(fold[row], foldOf.get(group) ?? fold[row]);
          foldOf.set(group, fold[row]);
        });
      }),
      {seed: 1, numRuns: 50}
    );
  });

  it("keeps sizes and shares of hits within 2 % of each other, and strata within 10 %", () => {
    for (let seed = 0; seed < 5; seed++) {
      const {label, groups, strata} = tracks(8000, seed);
      const fold = assignFolds({label, groups, strata, seed});
      const sizes = countBy(fold, 5, () => true);
      const hits = countBy(fold, 5, (row) => label[row] === 1);
      assert.ok(spread(sizes) <= 0.02 * 1600, `sizes ${sizes.join(" ")}`);
      assert.ok(spread(hits.map((count, f) => count / sizes[f])) <= 0.02, `hits ${hits.join(" ")}`);
      for (const decade of new Set(strata)) {
        const held = countBy(fold, 5, (row) => strata[row] === decade);
        assert.ok(spread(held) <= 0.1 * (Math.max(...held) + 1), `${decade}: ${held.join(" ")}`);
      }
    }
  });

  it("keeps sizes even where every group is a stratum of its own", () => {
    const {label, groups} = tracks(2000, 1);
    const fold = assignFolds({label, groups, strata: groups, seed: 1});
    assert.ok(spread(countBy(fold, 5, () => true)) <= 0.02 * 400);
  });

  it("gives a row the same fold wherever it stands", () => {
    const {label, groups, strata} = tracks(300, 4);
    const fold = assignFolds({label, groups, strata, seed: 9});
    const order = shuffle([...label.keys()], randomSource(5));
    const take = <T>(values: readonly T[]) => order.map((row) => values[row]);
    const moved = assignFolds({label: take(label), groups: take(groups), strata: take(strata), seed: 9});
    assert.deepEqual([...moved], take([...fold]));
  });

  it("gives the same folds to the same seed, others to another", () => {
    const {label, groups} = tracks(300, 1);
    assert.deepEqual(assignFolds({label, groups, seed: 1}), assignFolds({label, groups, seed: 1}));
    assert.notDeepEqual(assignFolds({label, groups, seed: 1}), assignFolds({label, groups, seed: 2}));
  });

  it("gives every fold both labels, with as few groups as it accepts", () => {
    fc.assert(
      fc.property(seeds, fc.integer({min: 2, max: 5}), (seed, folds) => {
        const label = Array.from({length: 2 * folds}, (_, i) => i % 2);
        const fold = assignFolds({label, groups: [...label.keys()], folds, seed});
        assert.deepEqual(
          countBy(fold, folds, (row) => label[row] === 1),
          new Array(folds).fill(1)
        );
      }),
      {seed: 1, numRuns: 30}
    );
  });
});

describe("assignFolds refuses", () => {
  const label = [0, 1, 0, 1, 0, 1];

  it("fewer rows of a label than folds, one class, no rows", () => {
    assert.throws(() => assignFolds({label, seed: 1}), /at least 5 rows of each label; got 3 of 1 and 3 of 0/);
    assert.throws(() => assignFolds({label: [1, 1, 1, 1, 1, 1], seed: 1}), /got 6 of 1 and 0 of 0/);
    assert.throws(() => assignFolds({label: [], seed: 1}), /got 0 of 1 and 0 of 0/);
  });

  it("fewer groups of a label than folds", () => {
    const groups = ["a", "b", "a", "b", "a", "c"];
    assert.throws(
      () => assignFolds({label, groups, folds: 2, seed: 1}),
      /2 groups of each label; got 2 of 1 and 1 of 0/
    );
  });

  it("other lengths, labels and numbers of folds", () => {
    assert.throws(() => assignFolds({label, groups: ["a"], seed: 1}), /got label 6, groups 1, strata none/);
    assert.throws(() => assignFolds({label, strata: [1], seed: 1}), /got label 6, groups none, strata 1/);
    assert.throws(() => assignFolds({label: [0, 2], folds: 2, seed: 1}), /labels 0 and 1; got 2 at row 1/);
    assert.throws(() => assignFolds({label, folds: 1, seed: 1}), /2 to 255 folds; got 1/);
    assert.throws(() => assignFolds({label, folds: 256, seed: 1}), /2 to 255 folds; got 256/);
  });
});
