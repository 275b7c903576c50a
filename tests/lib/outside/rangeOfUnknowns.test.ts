import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import type {Columns} from "../../../lib/columns.js";
import {rangeOfUnknowns, type PartlyKnown} from "../../../lib/outside/rangeOfUnknowns.js";
import {placeTracks} from "../../../lib/similarity/placeTracks.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {stumps} from "./stumps.js";

const names = ["tempo", "energy", "valence"];
const space = {features: names, mean: [0, 0, 0], sd: [1, 1, 1]};
const model = stumps(names, [
  {feature: "tempo", threshold: 2, low: -1, high: 1},
  {feature: "energy", threshold: 1, low: 0, high: 2},
  {feature: "energy", threshold: 3, low: 0, high: 0.5},
  {feature: "valence", threshold: 2, low: 0, high: -3, missing: "high"}
]);
const tracksOf = (rows: readonly (readonly number[])[]): Columns => ({
  names,
  columns: names.map((_, j) => Float32Array.from(rows, (row) => row[j])),
  length: rows.length
});
const song = (rows: readonly (readonly number[])[], x: readonly number[], known: readonly boolean[]): PartlyKnown => ({
  x: Float32Array.from(x),
  known,
  space,
  X: tracksOf(rows),
  model
});

/** The value at rank share (n + 1), by its definition. */
function atRank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.min(Math.max(share * (sorted.length + 1), 1), sorted.length);
  const [below, above] = [Math.floor(place), Math.ceil(place)].map((rank) => sorted[rank - 1]);
  return below + (place % 1) * (above - below);
}

/** What rangeOfUnknowns must find: all tracks sorted by distance, their values put in, all answers sorted. */
function byBruteForce({x, known, roughly, X}: PartlyKnown, k: number) {
  const rows = Array.from({length: X.length}, (_, i) => X.columns.map((column) => column[i]));
  const within = rows.filter((row) => row.every((value, j) => !roughly?.[j] || (value >= roughly[j][0] && value < roughly[j][1]))); // prettier-ignore
  const isEnough = within.length >= k;
  const looked = names.map((_, j) => known[j] || (!isEnough && Boolean(roughly?.[j])));
  const distance = (row: readonly number[]) => row.reduce((sum, value, j) => sum + (looked[j] ? (value - x[j]) ** 2 : 0), 0); // prettier-ignore
  const nearest = [...(isEnough ? within : rows)].sort((a, b) => distance(a) - distance(b)).slice(0, k);
  const p = nearest.map((row) => sigmoid(marginOfRow(model, Float32Array.from(row, (value, j) => (known[j] ? x[j] : value))))); // prettier-ignore
  return {low: atRank(p, 0.1), high: atRank(p, 0.9), drawn: p.length};
}

describe("rangeOfUnknowns({x, known, roughly, space, X, placed, model}, k)", () => {
  it("is one answer where nothing is unknown", () => {
    const p = sigmoid(1 + 2 - 3);
    assert.deepEqual(rangeOfUnknowns(song([[9, 9, 9]], [5, 2, 4], [true, true, true])), {low: p, high: p, drawn: 0});
  });

  it("takes what is unknown from the tracks most alike in what is known", () => {
    const rows = [[5, 4, 0], [5.1, 0, 3], [0, 2, 3], [-3, 2, 3]]; // prettier-ignore
    const {low, high, drawn} = rangeOfUnknowns(song(rows, [5, NaN, NaN], [true, false, false]), 2);
    assert.deepEqual([low, high, drawn], [sigmoid(1 - 3), sigmoid(1 + 2.5), 2]);
  });

  it("does not read what stands where nothing is known", () => {
    const rows = Array.from({length: 30}, (_, i) => [i % 7, i % 5, i % 3]);
    const range = (x: number[]) => rangeOfUnknowns(song(rows, x, [true, false, false]), 9);
    assert.deepEqual(range([3, 100, -8]), range([3, NaN, NaN]));
  });

  it("leaves missing what the lending track lacks", () => {
    const {low, high} = rangeOfUnknowns(song([[1, 0, NaN]], [1, 0, 0], [true, true, false]));
    assert.deepEqual([low, high], [sigmoid(-1 - 3), sigmoid(-1 - 3)]);
  });

  it("is everything where nothing is known, or no track shares it", () => {
    const all = {low: 0, high: 1, drawn: 0};
    assert.deepEqual(rangeOfUnknowns(song([[1, 2, 3]], [0, 0, 0], [false, false, false])), all);
    assert.deepEqual(rangeOfUnknowns(song([[NaN, 2, 3]], [1, 0, 0], [true, false, false])), all);
    assert.deepEqual(rangeOfUnknowns(song([], [1, 0, 0], [true, false, false])), all);
  });

  it("finds what sorting all tracks finds, also of answers and of tracks placed before", () => {
    const value = fc.integer({min: 0, max: 40}).map((whole) => whole / 8);
    const row = fc.tuple(value, value, value);
    const flags = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    const range = fc.option(fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const));
    const cases = fc.tuple(fc.array(row, {minLength: 1, maxLength: 40}), row, flags, range, fc.integer({min: 1, max: 12})); // prettier-ignore
    fc.assert(
      fc.property(cases, ([rows, x, flag, valence, k]) => {
        const known = [true, flag[1], flag[2] && valence === null]; // something is known, so that there are lenders
        const asked = {...song(rows, x, known), ...(valence && {roughly: [null, null, valence]})};
        if (known.every(Boolean)) return;
        const expected = byBruteForce(asked, k);
        for (const placed of [undefined, placeTracks(space, asked.X)]) {
          const found = rangeOfUnknowns({...asked, placed}, k);
          assert.equal(found.drawn, expected.drawn);
          assert.ok(Math.abs(found.low - expected.low) < 1e-12 && Math.abs(found.high - expected.high) < 1e-12);
        }
      }),
      {seed: 2, numRuns: 300}
    );
  });

  it("refuses another width than the model's", () => {
    const wrong = {...song([[1, 2, 3]], [1, 2, 3], [true, false, false]), x: Float32Array.of(1)};
    assert.throws(() => rangeOfUnknowns(wrong), {
      message: "rangeOfUnknowns requires 3 features; got x 1, known 3, space 3"
    });
  });
});
