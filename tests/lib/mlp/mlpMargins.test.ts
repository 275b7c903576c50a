import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {columnKnots} from "../../../lib/mlp/columnKnots.js";
import {encodeValue} from "../../../lib/mlp/encodeValue.js";
import {marginOfMlpRow} from "../../../lib/mlp/marginOfMlpRow.js";
import {mlpMargins} from "../../../lib/mlp/mlpMargins.js";
import {predictMlp} from "../../../lib/mlp/predictMlp.js";
import type {Mlp} from "../../../lib/mlp/types.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {columnsOf} from "../logistic/columnsOf.js";

/** Two features, one of them constant in training, over two units. */
const model: Mlp = {
  format: "trackoracle-mlp/1",
  features: ["tempo", "decade", "energy"],
  medians: [110, 1990, 0.5],
  knots: [[60, 100, 180], [], [0, 1]],
  layers: [
    {weights: [1, -1, 2, 0.5, -1, 3], biases: [-0.5, 0.25]},
    {weights: [2, -4], biases: [1]}
  ]
};

describe("columnKnots(column, segments)", () => {
  it("has a knot at each value where these are few", () => {
    assert.deepEqual(columnKnots(Float32Array.of(3, 1, NaN, 2, 1, 7), 3), [1, 2, 3, 7]);
  });

  it("else has them at quantiles, the ends among them", () => {
    assert.deepEqual(
      columnKnots(
        Float32Array.from({length: 101}, (_, i) => (100 - i) / 10),
        4
      ),
      [0, 2.5, 5, 7.5, 10]
    );
  });

  it("has each quantile once, however many rows share it", () => {
    const column = Float32Array.from({length: 100}, (_, i) => Math.max(0, i - 70));
    assert.deepEqual(columnKnots(column, 4), [0, 4, 29]); // of 99 steps, 3/4 is row 74
  });

  it("has none for a constant or an unknown column", () => {
    assert.deepEqual(columnKnots(Float32Array.of(2, 2, NaN), 4), []);
    assert.deepEqual(columnKnots(Float32Array.of(NaN, NaN), 4), []);
    assert.deepEqual(columnKnots(new Float32Array(0), 4), []);
  });
});

it("encodeValue(x, knots, inputs, at) fills the segments below, and its own in part", () => {
  const encoded = (x: number) => {
    const inputs = new Float64Array(4).fill(9);
    assert.equal(encodeValue(x, [60, 100, 180], inputs, 1), 3);
    assert.deepEqual([inputs[0], inputs[3]], [9, 9]);
    return [...inputs.slice(1, 3)];
  };
  assert.deepEqual(encoded(60), [0, 0]);
  assert.deepEqual(encoded(70), [0.25, 0]);
  assert.deepEqual(encoded(100), [1, 0]);
  assert.deepEqual(encoded(120), [1, 0.25]);
  assert.deepEqual([encoded(-1e9), encoded(1e9)], [[0, 0], [1, 1]]); // prettier-ignore
  assert.equal(encodeValue(1, [], new Float64Array(1), 1), 1);
});

describe("marginOfMlpRow(model, x)", () => {
  it("is what hand calculation gives", () => {
    // Inputs 1, .25, .5: units -.5 + 1 + .5 - .5 = .5 and .25 - 1 + .125 + 1.5 = .875; margin 1 + 1 - 3.5.
    assert.equal(marginOfMlpRow(model, [120, 1960, 0.5]), -1.5);
    // Inputs .25, 0, 0: units -.25, rectified, and 0; margin 1.
    assert.equal(marginOfMlpRow(model, [70, 1960, 0]), 1);
  });

  it("counts a missing value as its median", () => {
    assert.equal(marginOfMlpRow(model, [NaN, NaN, NaN]), marginOfMlpRow(model, [110, 1990, 0.5]));
  });

  it("refuses another width, infinite values and another format", () => {
    assert.throws(() => marginOfMlpRow(model, [1, 2]), /requires 3 values; got 2/);
    assert.throws(() => marginOfMlpRow(model, [1, -Infinity, 0]), /finite values; got -Infinity for "decade"/);
    const other = {...model, format: "trackoracle-mlp/2"} as unknown as Mlp;
    assert.throws(() => marginOfMlpRow(other, [1, 2, 3]), /requires format .*; got trackoracle-mlp\/2/);
    assert.throws(() => mlpMargins(other, columnsOf({tempo: [1], decade: [1], energy: [1]})), RangeError);
  });
});

describe("mlpMargins(model, X)", () => {
  const X = columnsOf({decade: [1960, 1990], energy: [0.5, null], tempo: [120, 133.33]});

  it("picks columns by name, and is each row's own margin to the bit", () => {
    const margins = mlpMargins(model, X);
    assert.equal(margins[0], -1.5);
    assert.equal(margins[1], marginOfMlpRow(model, [133.33, 1990, NaN])); // 133.33 as float32 in both
    assert.deepEqual(predictMlp(model, X), margins.map(sigmoid));
  });

  it("refuses infinite values and a missing column", () => {
    assert.throws(() => mlpMargins(model, columnsOf({tempo: [Infinity], decade: [1], energy: [1]})), RangeError);
    assert.throws(() => mlpMargins(model, columnsOf({tempo: [1], energy: [1]})), RangeError);
  });
});
