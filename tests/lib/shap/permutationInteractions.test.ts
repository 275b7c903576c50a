import assert from "node:assert/strict";
import {it} from "vitest";
import {bruteForceInteractions} from "../../../lib/shap/bruteForceInteractions.js";
import {permutationInteractions} from "../../../lib/shap/permutationInteractions.js";
import {farthest} from "./ensembles.js";
import {anyBackground, coverage, knotted, meanOver, sampled, scores, type Sampled} from "./sampledGames.js";

/** The same with a sixth feature that works with the second. */
const even = (rows: number): Sampled => ({
  predict: (x) => knotted(x) + x[1] * x[5] ** 2,
  row: [0.9, -0.7, 0.5, 1.2, NaN, 1],
  background: anyBackground(rows, 6, 4)
});

it("permutationInteractions comes to what all coalitions say, within its standard errors", () => {
  for (const question of [sampled(1), sampled(8), even(1), even(8)]) {
    const {predict, row, background} = question;
    const expected = bruteForceInteractions(meanOver(question), row.length);
    const {base, phi, standardErrors} = permutationInteractions(predict, row, background, {
      permutations: 800 * row.length,
      seed: 1
    });
    assert.ok(Math.abs(base - expected.base) <= 1e-12);
    assert.ok(farthest(phi, expected.phi) <= 0.03, `off by ${farthest(phi, expected.phi)}`);
    assert.ok(Math.max(...scores(phi, standardErrors, expected.phi)) <= 3.5);
  }
});

it("permutationInteractions' 95 % intervals hold 95 % of the time with one background row", () => {
  const {predict, row, background} = sampled(1);
  const expected = bruteForceInteractions(meanOver(sampled(1)), 5).phi;
  const z = Array.from({length: 200}, (_, seed) => {
    const {phi, standardErrors} = permutationInteractions(predict, row, background, {permutations: 150, seed});
    return scores(phi, standardErrors, expected).filter((_, k) => standardErrors[k] > 1e-9);
  }).flat();
  assert.ok(z.length > 2000);
  assert.ok(coverage(z) >= 0.92 && coverage(z) <= 0.97, `${coverage(z)}`);
});

it("permutationInteractions samples every pair as often: sums of products are exact after two rounds", () => {
  for (let M = 1; M <= 8; M++) {
    const predict = (x: ArrayLike<number>) => {
      let sum = 1;
      for (let i = 0; i < M; i++) for (let j = 0; j < i; j++) sum += Math.cos(i * M + j) * x[i] * x[j];
      return sum;
    };
    const question = {predict, row: Array.from({length: M}, (_, j) => j + 1), background: anyBackground(2, M, M)};
    const {phi} = permutationInteractions(predict, question.row, question.background, {permutations: M + 1, seed: 1});
    const expected = bruteForceInteractions(meanOver(question), M);
    // an odd number of walks cannot put i before j in half of them, so main effects are only close then
    const compared = (values: Float64Array) => values.map((x, k) => (M % 2 && k % (M + 1) === 0 ? 0 : x));
    assert.ok(farthest(compared(phi), compared(expected.phi)) <= 1e-9, `${M} features`);
  }
});

it("permutationInteractions is symmetric, adds up to the prediction, and gives an unused feature nothing", () => {
  const {row, background} = sampled(8);
  const predict = (x: ArrayLike<number>) => x[0] * x[2] * x[3] - x[0] * x[1];
  const {base, phi, standardErrors} = permutationInteractions(predict, row, background, {permutations: 12, seed: 1});
  assert.ok(Math.abs(phi.reduce((a, b) => a + b, base) - predict(row)) <= 1e-12);
  phi.forEach((value, k) => assert.equal(value, phi[(k % 5) * 5 + Math.floor(k / 5)]));
  for (const list of [phi, standardErrors]) assert.ok(farthest(list.subarray(20), [0, 0, 0, 0, 0]) <= 1e-15);
});

it("permutationInteractions(f + g) is that of f plus that of g, with the same seed; another one draws anew", () => {
  const {row, background} = sampled(8);
  const other = (x: ArrayLike<number>) => x[1] * Math.sin(x[2] * x[3]);
  const ask = (predict: (x: ArrayLike<number>) => number, seed = 3) =>
    permutationInteractions(predict, row, background, {permutations: 20, seed}).phi;
  const added = ask((x) => knotted(x) + other(x));
  assert.ok(farthest(added, ask(knotted).map((x, k) => x + ask(other)[k])) <= 1e-12); // prettier-ignore
  assert.deepEqual(ask(knotted), ask(knotted));
  assert.notDeepEqual(ask(knotted), ask(knotted, 4));
});

it("permutationInteractions walks whole rounds of 2M (M − 1) + 1 predictions, and leaves its inputs as they are", () => {
  const {row, background} = sampled(3);
  const before = structuredClone({row, background});
  for (const permutations of [6, 10]) {
    let asked = 0;
    const count = (x: Float64Array) => {
      asked++;
      return knotted(x);
    };
    permutationInteractions(count, row, background, {permutations, seed: 1});
    assert.equal(asked, 1 + 2 * 41);
  }
  assert.deepEqual({row, background}, before);
});

it("permutationInteractions refuses what it cannot sample", () => {
  const ask =
    (permutations: number, background = [[0, 0]], value = 1) =>
    () =>
      permutationInteractions(() => value, [1, 2], background, {permutations, seed: 1});
  for (const permutations of [0, 2, 3.5, NaN])
    assert.throws(ask(permutations), /^RangeError: permutationInteractions requires more than 2 permutations; got/);
  assert.throws(ask(4, []), /requires 1 background row or more; got 0/);
  assert.throws(ask(4, [[1]]), /requires 2 values a background row; got 1/);
  assert.throws(ask(4, [[1, 2]], NaN), /requires finite predictions; got NaN/);
});
