import assert from "node:assert/strict";
import {randomNormal} from "d3-random";
import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {drawDemo} from "../../../loaders/demo/drawDemo.js";
import {fitCorrelation} from "../../../loaders/demo/fitCorrelation.js";
import {fitDemo} from "../../../loaders/demo/fitDemo.js";
import {fitMarginal} from "../../../loaders/demo/fitMarginal.js";
import {trackTableBuilder} from "../../../loaders/tracks/trackTableBuilder.js";
import type {Dataset, TrackTable} from "../../../loaders/tracks/types.js";

/** Tracks of which hits have energy = valence + noise, flops have the two unrelated. */
function tracks(n: number): TrackTable {
  const normal = randomNormal.source(randomSource(7))();
  const random = randomSource(8);
  const table = trackTableBuilder(FEATURES.map(({name}) => name));
  for (let i = 0; i < n; i++) {
    const label = (i % 2) as 0 | 1;
    const valence = normal();
    const energy = label ? 0.8 * valence + 0.6 * normal() : normal();
    const values: Record<string, number> = {
      ...{valence: 0.5 + valence / 10, energy: 0.5 + energy / 10, decade: i % 3 ? 1960 : 1990},
      ...{mode: Number(valence + normal() > 0), tempo: random() < 0.25 ? NaN : 100 + 9 * normal()}
    };
    const x = FEATURES.map(({name}) => values[name] ?? random());
    table.add({uri: `u${i}`, title: "", artist: `a${Math.floor(i / 8)}`, label, x});
  }
  return table.build();
}

const raw = tracks(6000);
const files = fitDemo({raw, clean: Int32Array.from(raw.uri.keys())} as Dataset);
const at = (name: string) => FEATURES.findIndex((f) => f.name === name);

it("fitDemo(dataset) fits a group a decade and label, whose shares sum to 1", () => {
  const groups = files.flatMap(({file}) => file.groups);
  assert.deepEqual(
    groups.map(({decade, label}) => [decade, label]),
    [
      [1960, 0],
      [1960, 1],
      [1990, 0],
      [1990, 1]
    ]
  );
  assert.ok(Math.abs(groups.reduce((sum, {share}) => sum + share, 0) - 1) < 1e-3);
  for (const {correlation} of groups) {
    assert.deepEqual(
      correlation.map((row) => row.length),
      [...correlation.keys()]
    );
  }
});

it("fitDemo(dataset) finds the correlations, the missing share and the values again", () => {
  const [flops, hits] = files[0].file.groups;
  assert.ok(Math.abs(hits.correlation[at("valence")][at("energy")] - 0.8) < 0.05);
  assert.ok(Math.abs(flops.correlation[at("valence")][at("energy")]) < 0.06);
  assert.ok(Math.abs(hits.correlation[at("valence")][at("mode")] - Math.SQRT1_2) < 0.08);
  assert.ok(Math.abs(hits.marginals[at("tempo")].missing - 0.25) < 0.04);
  assert.deepEqual(hits.marginals[at("mode")].values, [0, 1]);
  assert.equal(hits.marginals[at("tempo")].quantiles?.length, 65);
});

it("drawDemo(groups, options) draws tracks like those it was fitted to", () => {
  const drawn = drawDemo(
    files.flatMap(({file}) => file.groups),
    {tracks: 6000, seed: 1}
  );
  for (const name of ["energy", "mode", "tempo", "liveness"]) {
    const [was, is] = [raw, drawn].map(({X}) => moments(X.columns[at(name)]));
    assert.ok(Math.abs(was.mean - is.mean) < 0.1 * was.deviation, `${name}: mean ${was.mean}, ${is.mean}`);
    assert.ok(Math.abs(was.deviation / is.deviation - 1) < 0.1, `${name}: deviation ${was.deviation}, ${is.deviation}`);
    assert.ok(Math.abs(was.missing - is.missing) < 0.03, `${name}: missing ${was.missing}, ${is.missing}`);
  }
  const [was, is] = [raw, drawn].map(({X, label}) => {
    const hits = [...label.keys()].filter((i) => label[i] === 1);
    return correlation(
      hits.map((i) => X.columns[at("energy")][i]),
      hits.map((i) => X.columns[at("valence")][i])
    );
  });
  assert.ok(Math.abs(was - is) < 0.05, `${was}, ${is}`);
});

it("fitMarginal(column) keeps the shares of few values, and refuses a column without any", () => {
  const few = fitMarginal(Float32Array.of(4, 3, 4, NaN, 4));
  assert.deepEqual(few, {missing: 0.2, values: [3, 4], shares: [0.25, 0.75]});
  assert.throws(() => fitMarginal(Float32Array.of(NaN)), RangeError);
});

it("fitCorrelation(columns) stays usable for columns that are constant or copies", () => {
  const a = Float32Array.from({length: 500}, (_, i) => i);
  const rows = fitCorrelation([a, a.map(() => 3), a, a.map((v) => -v)]);
  assert.equal(rows[1][0], 0);
  assert.ok(rows[2][0] > 0.9 && rows[2][0] < 1);
  assert.ok(rows[3][0] < -0.9 && rows[3][0] > -1);
});

it("fitCorrelation(columns) gives correlations that can be drawn from, even where single ones contradict", () => {
  const a = Float32Array.from({length: 1000}, (_, i) => i);
  const steps = [20, 100, 900, 980].map((step) => a.map((v) => Number(v >= step)));
  const rows = fitCorrelation([a, ...steps]);
  const full = Matrix.identity(5, 5);
  rows.forEach((row, i) => row.forEach((r, j) => full.set(i, j, r).set(j, i, r)));
  assert.ok(new CholeskyDecomposition(full).isPositiveDefinite());
});

function moments(column: Float32Array) {
  const known = column.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((sum, v) => sum + v, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / known.length);
  return {mean, deviation, missing: 1 - known.length / column.length};
}

function correlation(a: number[], b: number[]) {
  const [ma, mb] = [a, b].map((x) => x.reduce((sum, v) => sum + v, 0) / x.length);
  const product = (x: number[], mx: number, y: number[], my: number) =>
    x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}
