import assert from "node:assert/strict";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {permutationShap} from "../../../lib/shap/permutationShap.js";
import {farthest} from "./ensembles.js";
import {anyBackground, coverage, knotted, meanOver, sampled, scores} from "./sampledGames.js";

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

it("permutationShap(predict, row, background) comes to what all coalitions say, within its standard errors", () => {
  for (const rows of [1, 8]) {
    const question = sampled(rows);
    const expected = bruteForce(meanOver(question), 5);
    const {predict, row, background} = question;
    const {base, phi, standardErrors} = permutationShap(predict, row, background, {permutations: 8000, seed: 1});
    assert.ok(Math.abs(base - expected.base) <= 1e-12);
    assert.ok(farthest(phi, expected.phi) <= 0.02, `off by ${farthest(phi, expected.phi)}`);
    assert.ok(Math.max(...scores(phi, standardErrors, expected.phi)) <= 3.5);
  }
});

it("permutationShap's 95 % intervals hold 95 % of the time with one background row, and more with several", () => {
  const held = (rows: number) => {
    const {predict, row, background} = sampled(rows);
    const expected = bruteForce(meanOver(sampled(rows)), 5).phi.subarray(0, 4); // of one row, the last is 0
    return coverage(
      Array.from({length: 300}, (_, seed) => {
        const {phi, standardErrors} = permutationShap(predict, row, background, {permutations: 80, seed});
        return scores(phi.subarray(0, 4), standardErrors, expected);
      }).flat()
    );
  };
  const ofOne = held(1);
  assert.ok(ofOne >= 0.92 && ofOne <= 0.97, `${ofOne}`);
  assert.ok(held(8) >= 0.97);
});

it("permutationShap adds up to the prediction, and its base is the mean prediction over the rows used", () => {
  const {predict, row, background} = sampled(8);
  for (const permutations of [4, 10, 64]) {
    const {base, phi} = permutationShap(predict, row, background, {permutations, seed: 7});
    assert.ok(Math.abs(base + sum(phi) - predict(row)) <= 1e-12);
    if (permutations === 64) assert.ok(Math.abs(base - meanOver(sampled(8))(0)) <= 1e-12);
  }
});

it("permutationShap is exact where features add up, and gives a feature that is not used nothing", () => {
  const background = anyBackground(6, 4, 1);
  const additive = (x: ArrayLike<number>) => 3 * x[0] + x[2] ** 2 - Math.exp(x[3]);
  const row = [1, 5, -2, 0.5];
  const expected = bruteForce(meanOver({predict: additive, row, background}), 4);
  const {phi, standardErrors} = permutationShap(additive, row, background, {permutations: 12, seed: 2});
  assert.ok(farthest(phi, expected.phi) <= 1e-12);
  assert.deepEqual([phi[1], standardErrors[1]], [0, 0]);
  const alone = permutationShap(additive, row, [background[0]], {permutations: 4, seed: 2});
  assert.ok(Math.max(...alone.standardErrors) <= 1e-12);
});

it("permutationShap is exact in pairs: a walk and its reverse share what two features do together equally", () => {
  const pairs = (x: ArrayLike<number>) => x[0] * x[1] - 2 * x[1] * x[2];
  const question = {predict: pairs, row: [1, 2, 3], background: [[0, -1, 0.5]]};
  const {phi} = permutationShap(pairs, question.row, question.background, {permutations: 4, seed: 5});
  assert.ok(farthest(phi, bruteForce(meanOver(question), 3).phi) <= 1e-12);
});

it("permutationShap(f + g) is that of f plus that of g, with the same seed; another one draws anew", () => {
  const {row, background} = sampled(8);
  const other = (x: ArrayLike<number>) => x[1] * x[2];
  const ask = (predict: (x: ArrayLike<number>) => number, seed = 3) =>
    permutationShap(predict, row, background, {permutations: 20, seed}).phi;
  const added = ask((x) => knotted(x) + other(x));
  assert.ok(farthest(added, ask(knotted).map((x, j) => x + ask(other)[j])) <= 1e-12); // prettier-ignore
  assert.deepEqual(ask(knotted), ask(knotted));
  assert.notDeepEqual(ask(knotted), ask(knotted, 4));
});

it("permutationShap asks for 2M − 1 predictions a pair, and leaves its inputs as they are", () => {
  const {row, background} = sampled(3);
  const before = structuredClone({row, background});
  let asked = 0;
  const count = (x: Float64Array) => {
    asked++;
    const prediction = knotted(x);
    return prediction;
  };
  permutationShap(count, row, background, {permutations: 12, seed: 1});
  assert.equal(asked, 1 + 6 * 9);
  assert.deepEqual({row, background}, before);
});

it("permutationShap refuses what it cannot sample", () => {
  const ask = (change: {row?: number[]; background?: number[][]; permutations?: number; value?: number}) => () =>
    permutationShap(() => change.value ?? 1, change.row ?? [1, 2], change.background ?? [[0, 0]], {
      permutations: change.permutations ?? 4,
      seed: 1
    });
  assert.throws(ask({row: [], background: [[]]}), /^RangeError: permutationShap requires 1 feature or more; got 0/);
  assert.throws(ask({background: []}), /^RangeError: permutationShap requires 1 background row or more; got 0/);
  assert.throws(ask({background: [[1, 2], [1]]}), /requires 2 values a background row; got 1/);
  for (const permutations of [0, 2, 5, 4.5, NaN])
    assert.throws(ask({permutations}), /requires an even number of permutations, 4 or more; got/);
  for (const value of [NaN, Infinity]) assert.throws(ask({value}), /requires finite predictions; got/);
});
