import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {findChanges} from "../../../lib/counterfactuals/findChanges.js";
import {rankMove} from "../../../lib/counterfactuals/rankMove.js";
import {sayableStep, sayableValue} from "../../../lib/counterfactuals/sayableStep.js";
import type {ChangeTask, Edit} from "../../../lib/counterfactuals/types.js";
import {featureNamed} from "../../../lib/features/featureNamed.js";
import {logit} from "../../../lib/logit.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {ensembleOf} from "../shap/ensembles.js";
import {anyTask, controlOf, ended, NAMES} from "./changeCases.js";

/** Whether a song is where it should be, by the definition. */
function reaches({trees, x, target}: ChangeTask, changed: Float32Array): boolean {
  const goal = logit(target);
  return marginOfRow(trees, x) < goal ? marginOfRow(trees, changed) >= goal : marginOfRow(trees, changed) <= goal;
}

/** All sayable values that a feature may take and that are written otherwise than its own. */
function sayable({controls, x, locked, ranges}: ChangeTask, j: number): number[] {
  if (locked[j]) return [];
  const step = sayableStep(featureNamed(NAMES[j]));
  const [low, high] = ranges[j] ?? [controls[j].low, controls[j].high];
  return Array.from({length: 101}, (_, n) => sayableValue(n, step)).filter(
    (value) => value >= low - 1e-6 && value <= high + 1e-6 && Math.round(x[j] / step) !== Math.round(value / step)
  );
}

/** The least sum of moves of one feature, or of two, that reaches the target: every value tried. */
function bruteForce(task: ChangeTask): {one: number; two: number} {
  const moves = task.controls.map(rankMove);
  const row = task.x.slice();
  const least = {one: Infinity, two: Infinity};
  const values = NAMES.map((_, j) => sayable(task, j));
  for (let j = 0; j < NAMES.length; j++) {
    for (const a of values[j]) {
      const first = moves[j](task.x[j], a);
      row[j] = a;
      if (reaches(task, row)) least.one = Math.min(least.one, first);
      for (let k = j + 1; k < NAMES.length; k++) {
        for (const b of values[k]) {
          const both = first + moves[k](task.x[k], b);
          if (both >= least.two) continue;
          row[k] = b;
          if (reaches(task, row)) least.two = both;
        }
        row[k] = task.x[k];
      }
    }
    row[j] = task.x[j];
  }
  return least;
}

const costOf = ({moved, changes}: Edit) => moved + 0.05 * changes.length;

describe("findChanges(task)", () => {
  it("reaches the target, keeps locks and ranges, needs each change, and says values that can be said", () => {
    let answers = 0;
    fc.assert(
      fc.property(anyTask, (task) => {
        const {edits} = ended(findChanges(task));
        answers += edits.length;
        for (const edit of edits) {
          const expected = task.x.slice();
          for (const {feature, from, to} of edit.changes) {
            expected[feature] = to;
            assert.ok(Object.is(from, task.x[feature]));
            assert.ok(sayable(task, feature).includes(to), `${NAMES[feature]} ${from} -> ${to}`);
          }
          assert.deepEqual(edit.x, expected);
          assert.ok(reaches(task, edit.x));
          assert.ok(Math.abs(logit(edit.p) - marginOfRow(task.trees, edit.x)) < 1e-9);
          for (const {feature} of edit.changes) {
            assert.ok(!reaches(task, edit.x.with(feature, task.x[feature])), `${NAMES[feature]} is not needed`);
          }
        }
      }),
      {seed: 5, numRuns: 150}
    );
    assert.ok(answers > 200, `${answers} answers`);
  });

  it("finds the least costly change of one feature and of two, as brute force does", () => {
    const found = {one: 0, two: 0, none: 0};
    fc.assert(
      fc.property(anyTask, (task) => {
        if (marginOfRow(task.trees, task.x) === logit(task.target)) return;
        const {edits, end} = ended(findChanges(task));
        const {one, two} = bruteForce(task);
        const least = (size: number) =>
          Math.min(...edits.filter(({changes}) => changes.length === size).map(({moved}) => moved));
        if (one < Infinity) {
          found.one++;
          assert.ok(Math.abs(least(1) - one) < 1e-9, `${least(1)} for ${one}`);
          assert.equal(edits[0].changes.length, 1);
        } else if (two < Infinity) {
          found.two++;
          assert.ok(Math.abs(least(2) - two) < 1e-9, `${least(2)} for ${two}`);
        } else if (edits.length === 0) {
          found.none++;
          assert.equal(end.reached, false);
        }
      }),
      {seed: 6, numRuns: 120}
    );
    assert.ok(found.one > 50 && found.two > 10 && found.none > 3, JSON.stringify(found));
  });

  it("changes other features in each answer, none that holds another, the cheapest first of its size", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const {edits, done} = ended(findChanges(task));
        assert.ok(edits.length <= 5);
        const sets = edits.map(({changes}) => changes.map(({feature}) => feature));
        sets.forEach((one, a) =>
          sets.forEach((other, b) => assert.ok(a === b || !one.every((j) => other.includes(j)), `${one} in ${other}`))
        );
        const limit = 3 * Math.min(...edits.slice(0, 3).map(costOf));
        assert.ok(edits.slice(3).every((edit) => costOf(edit) <= limit));
        assert.ok(done.every((share, i) => share > (done[i - 1] ?? 0) && share <= 1));
        assert.deepEqual(ended(findChanges(task)).edits, edits, "deterministic");
      }),
      {seed: 7, numRuns: 60}
    );
  });

  const stump = (feature: number, threshold: number, value: number) => ({
    feature,
    threshold,
    defaultLeft: true,
    left: {value: -value, cover: 1},
    right: {value, cover: 1}
  });
  const flat = Array.from({length: 12}, () => 9);
  const controls = [["danceability", 0, 1], ["energy", 0, 1], ["key", 0, 11], ["mode", 0, 1], ["sections", 3, 9]]
    .map(([name, low, high]) => controlOf(name as string, low as number, high as number, flat)); // prettier-ignore
  const hand = (change: Partial<ChangeTask> = {}): ChangeTask => ({
    trees: {...ensembleOf(5, [stump(0, 0.555, 1), stump(1, 0.8, 0.5), stump(2, 10.5, 1)]), features: NAMES},
    controls,
    x: Float32Array.of(0.5, 0.5, 0, 0, 5), // margin −2.5
    target: 0.4, // log-odds −.41
    locked: [false, false, false, false, false],
    ranges: [null, null, null, null, null],
    ...change
  });

  it("finds by hand the pairs of features that are needed, and the key the short way round", () => {
    const {edits, end} = ended(findChanges(hand()));
    assert.deepEqual(
      edits.map(({changes}) => changes.map(({feature, to}) => [feature, to])),
      [[[0, 0.56], [2, 11]], [[0, 0.56], [1, 0.8]], [[1, 0.8], [2, 11]]] // prettier-ignore
    );
    assert.equal(end.reached, true);
    const [{changes, moved}] = edits;
    assert.ok(Math.abs(changes[0].moved - 0.06) < 1e-6 && Math.abs(changes[1].moved - 1 / 12) < 1e-6, String(moved));
    assert.ok(Math.abs(changes[0].moved + changes[1].moved - moved) < 1e-12);
  });

  it("falls to the target from above", () => {
    const x = Float32Array.of(0.6, 0.9, 11, 0, 5);
    const {edits, end} = ended(findChanges(hand({x, target: 0.9}))); // from 2.5 to at most 2.20
    assert.deepEqual(edits.map(({changes}) => changes.map(({feature, to}) => [feature, to])), [[[0, 0.55]], [[2, 0]], [[1, 0.79]]]); // prettier-ignore
    assert.ok(Math.abs(logit(end.before) - 2.5) < 1e-9);
  });

  it("may set what is unknown, as far as a track of the study is on average, and never proposes unknown", () => {
    const {edits} = ended(findChanges(hand({x: Float32Array.of(NaN, 0.5, 11, 0, 5)})));
    const [{changes}] = edits;
    assert.ok(Number.isNaN(changes[0].from));
    assert.equal(changes[0].to, 0.56); // rank .56: (.56² + .44²) / 2
    assert.ok(Math.abs(changes[0].moved - (0.56 ** 2 + 0.44 ** 2) / 2) < 1e-9);
  });

  it("says what comes closest and which locks and ranges stand in the way", () => {
    const {edits, end} = ended(
      findChanges(hand({locked: [true, false, false, true, false], ranges: [null, null, [0, 5], null, null]}))
    );
    assert.equal(edits.length, 0);
    assert.equal(end.reached, false);
    assert.deepEqual(end.closest?.changes.map(({feature, to}) => [feature, to]), [[1, 0.8]]); // prettier-ignore
    assert.deepEqual(end.standInTheWay, [0, 2]);
    const never = ended(findChanges(hand({target: 0.99}))).end;
    assert.deepEqual(never.standInTheWay, []);
    assert.equal(never.closest?.changes.length, 3);
  });

  it("has nothing to do where the song is at the target", () => {
    const trees = {...ensembleOf(5, [{value: 0, cover: 1}]), features: NAMES};
    const {edits, end} = ended(findChanges(hand({trees, target: 0.5})));
    assert.deepEqual([edits.length, end.reached, end.before], [0, true, 0.5]);
  });

  it("finds edits of three and four features where fewer do not do", () => {
    for (const size of [3, 4]) {
      const trees = ensembleOf(
        5,
        NAMES.map((_, j) => stump(j, [0.555, 0.8, 10.5, 0.5, 7.5][j], 1))
      );
      const locked = NAMES.map((_, j) => j >= size);
      const target = 1 / (1 + Math.exp(-(2 * size - 5.5)));
      const {edits} = ended(findChanges(hand({trees: {...trees, features: NAMES}, locked, target})));
      assert.deepEqual(edits.map(({changes}) => changes.length), [size]); // prettier-ignore
    }
  });

  it("leaves its task as it was, and refuses one that does not fit", () => {
    const task = hand();
    const copy = structuredClone(task);
    ended(findChanges(task));
    assert.deepEqual(task, copy);
    assert.throws(() => findChanges(hand({controls: controls.slice(1)})).next(), /requires controls of danceability/);
    assert.throws(() => findChanges(hand({locked: []})).next(), /requires 5 values, locks, ranges; got 5, 0, 5/);
    assert.throws(() => findChanges(hand({target: 2})).next(), /logit requires/);
  });
});
