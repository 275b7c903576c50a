import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import {fitHierarchical} from "../../../lib/genres/fitHierarchical.js";
import {fitWeighted} from "../../../lib/genres/fitWeighted.js";
import {hierarchicalMargins} from "../../../lib/genres/hierarchicalMargins.js";
import type {Design} from "../../../lib/genres/types.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";

const peer = JSON.parse(readFileSync("tests/fixtures/genres/hierarchical.json", "utf8")) as Record<string, number[]>;
const near = (found: ArrayLike<number>, expected: ArrayLike<number>, most: number) =>
  Array.from(expected).forEach((value, i) => {
    assert.ok(Math.abs(found[i] - value) <= most, `${i}: ${found[i]} instead of ${value}`);
  });
const peerRows = () =>
  [
    {values: Float64Array.from(peer.X), width: 3} as Design,
    Uint8Array.from(peer.y),
    Int32Array.from(peer.group),
    4
  ] as const;

/** Rows of groups drawn from coefficients that are drawn themselves: intercept and slope ~ N(mean, spread²). */
function drawn(sizes: readonly number[], mean: readonly number[], spread: readonly number[], seed: number) {
  const random = randomSource(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const truth = sizes.map(() => mean.map((m, j) => m + spread[j] * normal()));
  const group = Int32Array.from(sizes.flatMap((size, g) => new Array<number>(size).fill(g)));
  const values = new Float64Array(2 * group.length);
  const y = Uint8Array.from(group, (g, i) => {
    values[2 * i] = 1;
    values[2 * i + 1] = normal();
    return Number(random() < sigmoid(truth[g][0] + truth[g][1] * values[2 * i + 1]));
  });
  return {design: {values, width: 2}, y, group, truth};
}

describe("fitHierarchical(design, y, group, groups, options)", () => {
  it("is the joint penalised maximum, with its standard errors, where the spread is known", () => {
    const fit = fitHierarchical(...peerRows(), {
      weight: Float64Array.from(peer.weight),
      spread: Float64Array.from(peer.tau)
    });
    near(fit.mean, peer.mean, 1e-4);
    near(fit.effect, peer.effect, 1e-4);
    near(fit.meanError, peer.meanError, 1e-3);
    near(fit.error, peer.error, 1e-3);
  });

  it("gives a group without rows the mean, and as much doubt as a new group has", () => {
    const {mean, effect, error, spread, meanError} = fitHierarchical(...peerRows(), {
      spread: Float64Array.from(peer.tau)
    });
    near(effect.subarray(9), mean, 1e-12);
    near(error.subarray(9), spread.map((tau, j) => Math.hypot(tau, meanError[j])), 1e-9); // prettier-ignore
  });

  it("recovers means, spreads and groups that data were drawn from", () => {
    const {design, y, group, truth} = drawn(new Array<number>(60).fill(300), [-1, 0.3], [0.8, 0.5], 11);
    const fit = fitHierarchical(design, y, group, 60);
    near(fit.mean, [-1, 0.3], 0.25);
    near(fit.spread, [0.8, 0.5], 0.12);
    const inside = truth.flat().filter((value, i) => Math.abs(fit.effect[i] - value) < 1.96 * fit.error[i]).length;
    assert.ok(inside >= 108 && inside <= 119, `${inside} of 120 intervals of 95 % hold the truth`);
    const squares = (of: (i: number) => number) => truth.flat().reduce((sum, value, i) => sum + (of(i) - value) ** 2, 0); // prettier-ignore
    const alone = truth.flatMap((_, g) => ownFit(design, y, group, g));
    assert.ok(squares((i) => fit.effect[i]) < squares((i) => alone[i]), "shrinking does not pay");
  });

  it("leaves a huge group its own fit, and draws a tiny one to the mean", () => {
    const sizes = [20_000, 4, ...new Array<number>(20).fill(100)];
    const {design, y, group} = drawn(sizes, [0, 0], [0.3, 0.3], 5);
    const fit = fitHierarchical(design, y, group, sizes.length);
    near(fit.effect.subarray(0, 2), ownFit(design, y, group, 0), 0.01);
    const [tiny, own] = [fit.effect.subarray(2, 4), ownFit(design, y, group, 1)];
    for (const j of [0, 1]) {
      assert.ok(Math.abs(tiny[j] - fit.mean[j]) < 0.25 * Math.abs(own[j] - fit.mean[j]), `${tiny[j]} ${own[j]}`);
    }
  });

  it("gives all groups nearly one fit where they do not differ", () => {
    const {design, y, group} = drawn(new Array<number>(40).fill(200), [-0.5, 0.4], [0, 0], 3);
    const {spread} = fitHierarchical(design, y, group, 40);
    assert.ok(spread[0] < 0.1 && spread[1] < 0.1, String(spread));
  });

  it("bears groups with one label, one row, or no row, and a single group", () => {
    const values = Float64Array.from({length: 40}, (_, i) => (i % 2 === 0 ? 1 : Math.sin(i)));
    const group = Int32Array.from({length: 20}, (_, i) => (i < 10 ? 0 : i < 15 ? 1 : i < 19 ? 2 : 3));
    const y = Uint8Array.from({length: 20}, (_, i) => (i < 10 ? i % 2 : i < 15 ? 1 : 0));
    for (const [groups, of] of [
      [5, group],
      [1, new Int32Array(20)]
    ] as const) {
      const fit = fitHierarchical({values, width: 2}, y, of, groups);
      for (const part of [fit.mean, fit.meanError, fit.spread, fit.effect, fit.error]) {
        assert.ok(part.every(Number.isFinite), String(part));
      }
    }
  });

  it("refuses one label alone, and lengths that differ", () => {
    const [design, y, group] = peerRows();
    assert.throws(() => fitHierarchical(design, new Uint8Array(y.length), group, 4), {
      name: "RangeError",
      message: /^fitHierarchical requires both labels; got 0 ones in 91 rows$/
    });
    assert.throws(() => fitHierarchical(design, y.slice(1), group, 4), /requires equal lengths; got design 91, y 90/);
    assert.throws(
      () => hierarchicalMargins({width: 2, effect: new Float64Array(2)}, design, group),
      /2 columns; got 3/
    );
  });
});

it("fitWeighted(design, rows) counts alike tracks of an artist for less: intervals grow, and hold the truth as often", () => {
  // Every row five times over, as one artist's: nothing new is told.
  const {design, y, group} = drawn(new Array<number>(10).fill(80), [-0.5, 0.5], [0.5, 0.4], 8);
  const five = <T extends Uint8Array | Int32Array>(of: T) => of.map((_, i) => of[Math.floor(i / 5)]) as T;
  const times = (n: number) => ({
    design: {
      width: 2,
      values: Float64Array.from({length: design.values.length * n}, (_, i) => {
        return design.values[2 * Math.floor(i / (2 * n)) + (i % 2)];
      })
    },
    rows: {
      y: n === 1 ? y : five(Uint8Array.from({length: 5 * y.length}, (_, i) => y[i] ?? 0)),
      genre: n === 1 ? group : five(Int32Array.from({length: 5 * y.length}, (_, i) => group[i] ?? 0)),
      artist: Int32Array.from({length: n * y.length}, (_, i) => Math.floor(i / n)),
      genres: 10
    }
  });
  const [once, often] = [1, 5].map((n) => {
    const {design: of, rows} = times(n);
    return fitWeighted(of, rows);
  });
  assert.equal(once.alike, 0);
  assert.ok(often.alike > 0.98, String(often.alike));
  near(often.fit.error, once.fit.error, 0.02);
});

/** The largest likelihood of one group by itself, by Newton's method. */
function ownFit({values}: Design, y: Uint8Array, group: Int32Array, g: number): number[] {
  let [a, b] = [0, 0];
  for (let step = 0; step < 30; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    group.forEach((of, i) => {
      if (of !== g) return;
      const x = values[2 * i + 1];
      const p = sigmoid(a + b * x);
      ga += y[i] - p;
      gb += (y[i] - p) * x;
      haa += p * (1 - p);
      hab += p * (1 - p) * x;
      hbb += p * (1 - p) * x * x;
    });
    const det = haa * hbb - hab * hab;
    a = Math.max(-8, Math.min(8, a + (hbb * ga - hab * gb) / det));
    b = Math.max(-8, Math.min(8, b + (haa * gb - hab * ga) / det));
  }
  return [a, b];
}
