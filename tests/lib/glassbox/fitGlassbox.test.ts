import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {type Columns, takeRows} from "../../../lib/columns.js";
import {contributionsOfGlassboxRow} from "../../../lib/glassbox/contributionsOfGlassboxRow.js";
import {fitGlassbox} from "../../../lib/glassbox/fitGlassbox.js";
import {glassboxMargins} from "../../../lib/glassbox/glassboxMargins.js";
import {marginOfGlassboxRow} from "../../../lib/glassbox/marginOfGlassboxRow.js";
import {predictGlassbox} from "../../../lib/glassbox/predictGlassbox.js";
import {shapeCurves} from "../../../lib/glassbox/shapeCurves.js";
import {shapeValue} from "../../../lib/glassbox/shapeValue.js";
import {surfaceValue} from "../../../lib/glassbox/surfaceValue.js";
import {logit} from "../../../lib/logit.js";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {columnsOf} from "../logistic/columnsOf.js";
import {glassboxRows} from "./glassboxRows.js";

/** c and the key only ever work together; a and b have curves of their own besides. */
const rows = glassboxRows(1500, 11, ({a, b, c, key}) => 2 * Math.sin(6 * a) - b + 4 * (c - 0.5) * (key - 2));
const fit = fitGlassbox(rows.X, rows.y);
const {model} = fit;
const rowOf = (X: Columns, i: number) => X.columns.map((column) => column[i]);
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe("fitGlassbox(X, y)", () => {
  it("gives curves and surfaces mean 0 over the training rows, and the intercept the mean margin", () => {
    model.shapes.forEach((shape, j) => {
      const values = Array.from(rows.X.columns[j], (x) => shapeValue(shape, x));
      assert.ok(Math.abs(mean(values)) <= 1e-12, `curve ${j}: ${mean(values)}`);
    });
    for (const surface of model.surfaces) {
      const [a, b] = surface.features.map((j) => rows.X.columns[j]);
      assert.ok(Math.abs(mean(Array.from(a, (x, i) => surfaceValue(surface, x, b[i])))) <= 1e-12);
    }
    assert.ok(Math.abs(mean(glassboxMargins(model, rows.X)) - model.interceptLogOdds) <= 1e-12);
  });

  it("finds the pair that works together, and no pair where none does", () => {
    assert.deepEqual(model.surfaces.map(({features}) => features)[0], [2, 3]);
    assert.ok(model.surfaces.length <= 2);
    for (const seed of [1, 2, 3]) {
      const plain = glassboxRows(1000, seed, ({a, b, key}) => 2 * Math.sin(6 * a) - b + 0.3 * key);
      assert.deepEqual(fitGlassbox(plain.X, plain.y).model.surfaces, []);
    }
  });

  it("covers the true curves with 95 % of its intervals", () => {
    const truth = (a: number) => 2 * Math.sin(6 * a);
    const truths = [truth, (b: number) => -2 * b, () => 0];
    let covered = 0;
    let points = 0;
    for (let seed = 0; seed < 20; seed++) {
      const {X, y} = glassboxRows(1000, 100 + seed, ({a, b}) => truths[0](a) + truths[1](b));
      const {shapes} = shapeCurves(fitGlassbox(X, y, {pairs: 0}), X);
      truths.forEach((f, j) => {
        const {x, low, high} = shapes.find(({feature}) => feature === X.names[j])!;
        const middle = mean(Array.from(X.columns[j], (value) => f(Number.isNaN(value) ? 0 : value)));
        x.forEach((at, k) => (covered += Number(f(at) - middle >= low[k] && f(at) - middle <= high[k])));
        points += x.length;
      });
    }
    assert.ok(covered / points > 0.92 && covered / points < 0.985, `${covered} of ${points}`);
  });

  it("spends fewer degrees of freedom on a straight line than on a wave", () => {
    const {edf} = fit;
    assert.ok(edf[0] > 4 && edf[0] < 10, `wave ${edf[0]}`);
    assert.ok(edf[1] > 0.9 && edf[1] < 2.5, `line ${edf[1]}`);
  });

  it("gives constant, all-missing and unseen missing values no effect", () => {
    const n = rows.X.length;
    const columns = [...rows.X.columns, new Float32Array(n).fill(0.1), new Float32Array(n).fill(NaN)];
    const wider = fitGlassbox({names: [...rows.X.names, "constant", "unknown"], columns, length: n}, rows.y).model;
    assert.deepEqual(wider.shapes[4].knots, [Math.fround(0.1)]);
    assert.deepEqual(wider.shapes[5].knots, []);
    for (const value of [...wider.shapes[4].values, ...wider.shapes[5].values]) assert.ok(Math.abs(value) <= 1e-12);
    assert.equal(shapeValue(model.shapes[0], NaN), 0);
    const before = glassboxMargins(model, rows.X);
    const after = glassboxMargins(wider, {names: wider.features, columns, length: n});
    assert.ok(Math.max(...after.map((m, i) => Math.abs(m - before[i]))) <= 1e-3);
  });

  it("learns what a missing value tells, and shrinks it", () => {
    // 40 rows known, half of them hits; 9 of 10 missing ones are: ln 9 apart, less as 10 rows weigh little.
    const x = Array.from({length: 50}, (_, i) => (i < 40 ? (i * 7) % 20 : null));
    const y = x.map((_, i) => Number(i < 40 ? i % 2 : i < 49));
    const {shapes} = fitGlassbox(columnsOf({x}), y).model;
    const effect = shapes[0].values.at(-1)! - mean(shapes[0].values.slice(0, -1));
    assert.ok(effect > 0.5 && effect < Math.log(9), `${effect}`);
  });

  it("stays finite for two rows and for classes that a value parts", () => {
    const two = fitGlassbox(columnsOf({x: [0, 1]}), [0, 1]).model;
    const [p, q] = predictGlassbox(two, columnsOf({x: [0, 1]}));
    assert.ok(p > 0.01 && p < 0.5 && Math.abs(p + q - 1) <= 1e-9, `${p} ${q}`);
    const x = Array.from({length: 200}, (_, i) => i / 200);
    const parted = predictGlassbox(
      fitGlassbox(
        columnsOf({x}),
        x.map((value) => Number(value >= 0.5))
      ).model,
      columnsOf({x})
    );
    parted.forEach((p, i) => assert.ok(i < 95 ? p < 0.1 : i < 105 ? p >= 0 && p <= 1 : p > 0.9, `${p} at ${i}`));
  });

  it("is the base rate where nothing tells anything", () => {
    const {shapes, interceptLogOdds} = fitGlassbox(columnsOf({x: [5, 5, 5, 5, 5]}), [1, 0, 1, 1, 0]).model;
    assert.ok(Math.abs(interceptLogOdds - logit(0.6)) <= 1e-6);
    assert.ok(shapes[0].values.every((value) => Math.abs(value) <= 1e-9));
  });

  it("does not mind in what unit a feature comes, nor how levels are numbered", () => {
    const [a, b, c, key] = rows.X.columns;
    const X = {...rows.X, columns: [a.map((x) => 1024 * x), b.map((x) => -2 * x), c, key.map((k) => (3 * k + 1) % 5)]};
    const again = fitGlassbox(X, rows.y).model;
    const before = glassboxMargins(model, rows.X);
    const error = Math.max(...glassboxMargins(again, X).map((m, i) => Math.abs(m - before[i])));
    assert.ok(error <= 1e-5, `off by ${error}`);
  });

  it("refuses options out of range", () => {
    const {X, y} = rows;
    assert.throws(() => fitGlassbox(X, y, {knots: 2}), /requires knots an integer in 3\.\.1000; got 2/);
    assert.throws(() => fitGlassbox(X, y, {pairs: -1}), /requires pairs an integer in 0\.\.1000; got -1/);
    assert.throws(() => fitGlassbox(X, y, {pairKnots: 2.5}), /requires pairKnots an integer in 2\.\.100; got 2\.5/);
  });
});

describe("marginOfGlassboxRow(model, x)", () => {
  it("is that row's margin in a batch, to the last bit", () => {
    const margins = glassboxMargins(model, rows.X);
    for (let i = 0; i < 300; i++) assert.equal(marginOfGlassboxRow(model, rowOf(rows.X, i)), margins[i]);
  });

  it("is constant beyond the outer knots, and rounds doubles as columns do", () => {
    const at = (a: number) => marginOfGlassboxRow(model, [a, 0.5, 0.5, 2]);
    const {knots} = model.shapes[0];
    assert.equal(at(-1e6), at(knots[0]));
    assert.equal(at(1e6), at(knots.at(-1)!));
    assert.notEqual(at(0.2), at(0.3));
    assert.equal(at(0.1), at(Math.fround(0.1)));
  });

  it("refuses another width, infinite values and another format", () => {
    assert.throws(() => marginOfGlassboxRow(model, [1]), /requires 4 values; got 1/);
    assert.throws(() => marginOfGlassboxRow(model, [1, 1, 1, -Infinity]), /finite values; got -Infinity for "key"/);
    const other = {...model, format: "trackoracle-glassbox/2"} as unknown as typeof model;
    assert.throws(() => glassboxMargins(other, rows.X), /requires format trackoracle-glassbox\/1; got .*\/2/);
  });
});

describe("contributionsOfGlassboxRow(model, x)", () => {
  it("adds up to the margin with the intercept", () => {
    for (let i = 0; i < 300; i++) {
      const x = rowOf(rows.X, i);
      const sum = contributionsOfGlassboxRow(model, x).reduce((a, b) => a + b, model.interceptLogOdds);
      assert.ok(Math.abs(sum - marginOfGlassboxRow(model, x)) <= 1e-12);
    }
  });

  it("is SHAP by its definition: what is unknown comes from the training rows", () => {
    const few = takeRows(
      rows.X,
      Array.from({length: 150}, (_, i) => i)
    );
    const small = fitGlassbox(few, rows.y.slice(0, 150), {pairs: 3}).model;
    const paired = fitGlassbox(rows.X, rows.y, {pairs: 3}).model;
    assert.ok(paired.surfaces.length > 0);
    for (const [model, X] of [
      [small, few],
      [paired, rows.X]
    ] as const) {
      // prettier-ignore
      for (const i of [0, 7, X.columns[2].findIndex(Number.isNaN)]) {
        const x = rowOf(X, i);
        const valueOf = (known: number) =>
          mean(
            glassboxMargins(model, {
              ...X,
              columns: X.columns.map((column, j) => ((known >> j) & 1 ? column.map(() => x[j]) : column))
            })
          );
        const {base, phi} = bruteForce(valueOf, 4);
        assert.ok(Math.abs(base - model.interceptLogOdds) <= 1e-10);
        contributionsOfGlassboxRow(model, x).forEach((value, j) => assert.ok(Math.abs(value - phi[j]) <= 1e-10));
      }
    }
  });

  it("refuses another width", () => {
    assert.throws(() => contributionsOfGlassboxRow(model, [1]), /contributionsOfGlassboxRow requires 4 values; got 1/);
  });
});

describe("shapeCurves(fit, X)", () => {
  const {shapes, surfaces} = shapeCurves(fit, rows.X);

  it("puts the strongest first, with shares of the rows that add up to those known", () => {
    assert.equal(shapes[0].feature, "a");
    assert.ok(shapes.every(({importance}, k) => k === 0 || importance <= shapes[k - 1].importance));
    for (const {feature, x, y, low, high, share} of shapes) {
      assert.deepEqual([y.length, low.length, high.length, share.length], new Array(4).fill(x.length));
      const known = rows.X.columns[rows.X.names.indexOf(feature)].filter((value) => !Number.isNaN(value)).length;
      assert.ok(Math.abs(share.reduce((a, b) => a + b) - known / rows.X.length) <= 1e-9);
      y.forEach((value, k) => assert.ok(low[k] < value && value < high[k]));
    }
  });

  it("tells levels from smooth curves", () => {
    for (const {feature, levels} of shapes) assert.equal(levels, feature === "key");
  });

  it("tells the effect of missing values where there are any", () => {
    for (const {feature, missing} of shapes) {
      assert.equal(missing, feature === "c" ? model.shapes[2].values.at(-1) : null);
    }
  });

  it("measures curves and surfaces by their mean size", () => {
    const expected = mean(Array.from(rows.X.columns[0], (x) => Math.abs(shapeValue(model.shapes[0], x))));
    assert.ok(Math.abs(shapes[0].importance - expected) <= 1e-12);
    assert.deepEqual(surfaces[0].features, ["c", "key"]);
    assert.ok(surfaces[0].importance > 0.5);
  });

  it("survives JSON", () => assert.deepEqual(JSON.parse(JSON.stringify({shapes, surfaces})), {shapes, surfaces}));
});
