import assert from "node:assert/strict";
import {it} from "vitest";
import {contributionsOfGlassboxRow} from "../../../lib/glassbox/contributionsOfGlassboxRow.js";
import {marginOfGlassboxRow} from "../../../lib/glassbox/marginOfGlassboxRow.js";
import type {Glassbox} from "../../../lib/glassbox/types.js";
import {glassboxGame} from "../../../lib/shap/glassboxGame.js";
import {glassboxInteractions} from "../../../lib/shap/glassboxInteractions.js";
import {interactionsOfValues} from "../../../lib/shap/interactionsOfValues.js";
import {shapleyOfValues} from "../../../lib/shap/shapleyOfValues.js";
import {farthest} from "./ensembles.js";

const shape = (slope: number) => ({knots: [0, 1], values: [-slope, slope, slope / 4]}); // the last one: missing
const surface = (a: number, b: number, corner: number) => ({
  features: [a, b] as const,
  knots: [
    [0, 1],
    [0, 1]
  ] as const,
  values: [
    [corner, -corner, 0.5],
    [-corner, corner, -0.5],
    [0.25, -0.25, 0]
  ]
});
const model: Glassbox = {
  format: "trackoracle-glassbox/1",
  features: ["a", "b", "c", "d"],
  interceptLogOdds: 0.5,
  shapes: [shape(1), shape(2), shape(-3), shape(0.5)],
  surfaces: [surface(0, 2, 4), surface(2, 1, -1)]
};
const rows = [
  [0, 1, 1, 0.5],
  [0.25, 0.5, NaN, 2],
  [NaN, -3, 0.75, NaN]
];

it("glassboxGame(model)(row) adds the curves of the features known, and surfaces where both are", () => {
  // 0.5; curves −1, 2, −3, 0; surfaces of 0 and 2: −4, of 2 and 1: −1
  const [none, a, b, c, ac, bc] = [0b0000, 0b0001, 0b0010, 0b0100, 0b0101, 0b0110];
  const game = glassboxGame(model)(rows[0]);
  for (const [S, value] of [[none, 0.5], [a, -0.5], [b, 2.5], [c, -2.5], [ac, -7.5], [bc, -1.5], [0b1111, -6.5]])
    assert.equal(game[S], value); // prettier-ignore
});

it("glassboxGame(model)(row) ends at the margin, and its Shapley values are the contributions", () => {
  const game = glassboxGame(model);
  for (const row of rows) {
    assert.ok(Math.abs(game(row)[15] - marginOfGlassboxRow(model, row)) <= 1e-12);
    assert.ok(farthest(shapleyOfValues(game(row)).phi, contributionsOfGlassboxRow(model, row)) <= 1e-12);
  }
});

it("glassboxInteractions(model, row) is what all coalitions say", () => {
  for (const row of rows) {
    const {base, phi} = glassboxInteractions(model, row);
    const expected = interactionsOfValues(glassboxGame(model)(row));
    assert.equal(base, expected.base);
    assert.ok(farthest(phi, expected.phi) <= 1e-12);
  }
});

it("glassboxGame and glassboxInteractions refuse another width, infinite values and more than 20 features", () => {
  assert.throws(() => glassboxGame(model)([1]), /glassboxGame requires 4 values; got 1/);
  assert.throws(() => glassboxInteractions(model, [1]), /glassboxInteractions requires 4 values; got 1/);
  assert.throws(() => glassboxGame(model)([1, 2, 3, Infinity]), /requires finite values; got Infinity for "d"/);
  const wide = {...model, features: Array.from({length: 21}, (_, j) => `f${j}`), shapes: Array(21).fill(shape(1))};
  const row = new Float64Array(21);
  assert.throws(() => glassboxGame(wide)(row), /^RangeError: glassboxGame requires at most 20 features; got 21/);
});
