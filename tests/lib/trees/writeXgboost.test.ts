import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {breadthFirst} from "../../../lib/trees/breadthFirst.js";
import {formatXgboost} from "../../../lib/trees/formatXgboost.js";
import {parseXgboost} from "../../../lib/trees/parseXgboost.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {columnsOf, fixtureBytes, fixtureJson, largestError} from "./fixtures.js";
import {handmade, handmadeRows} from "./handmade.js";

const X = columnsOf(handmade.features, handmadeRows);

describe("formatXgboost(ensemble)", () => {
  for (const name of ["fitted", "handmade"]) {
    const bytes = fixtureBytes(`${name}.written.json`);
    const ensemble = parseXgboost(bytes);
    const {names, rows} = fixtureJson(`${name}.written.rows.json`);
    const evidence = fixtureJson(`${name}.evidence.json`);

    it(`writes what XGBoost 1.7.4 loads and predicts alike: ${name}`, () => {
      const text = `${formatXgboost(ensemble)}\n`;
      assert.equal(text, new TextDecoder().decode(bytes)); // the very file that XGBoost predicted with
      const sample = columnsOf(names, rows);
      const error = largestError(predictMargins(ensemble, sample), evidence.margins);
      assert.ok(error <= 1e-6, `margins off by ${error}`);
      const off = largestError(predictTrees(ensemble, sample), evidence.p);
      assert.ok(off <= 1e-6, `probabilities off by ${off}`);
    });

    it(`survives being loaded and saved by XGBoost: ${name}`, () => {
      assert.deepEqual(readXgboost(fixtureJson(`${name}.resaved.json`)), ensemble);
    });
  }

  it("writes the handmade trees as they are committed, siblings side by side", () => {
    assert.equal(`${formatXgboost(handmade)}\n`, new TextDecoder().decode(fixtureBytes("handmade.written.json")));
    assert.deepEqual(readXgboost(writeXgboost(handmade)), breadthFirst(handmade));
  });

  it("writes floats with an exponent and leaves names alone", () => {
    const name = '"split_conditions":[1,2]';
    const text = formatXgboost({...handmade, features: [name, "b,0"]});
    assert.match(text, /"sum_hessian":\[10E0,/);
    assert.match(text, /"split_indices":\[0,1,/);
    assert.deepEqual(JSON.parse(text).learner.feature_names, [name, "b,0"]);
  });
});

describe("writeXgboost(ensemble)", () => {
  it("keeps any layout whose siblings are neighbours", () => {
    const laid = breadthFirst(handmade);
    assert.deepEqual(readXgboost(JSON.parse(JSON.stringify(writeXgboost(laid)))), laid);
  });

  it("writes an ensemble without trees", () => {
    const none = {...readXgboost(writeXgboost(handmade)), starts: new Int32Array(1)};
    for (const key of ["feature", "threshold", "left", "right", "defaultLeft", "value", "cover", "gain"] as const) {
      Object.assign(none, {[key]: none[key].slice(0, 0)});
    }
    assert.deepEqual(readXgboost(writeXgboost(none)), none);
    assert.deepEqual(
      [...predictMargins(none, X)],
      handmadeRows.map(() => handmade.baseMargin)
    );
  });

  it("refuses a base margin beyond float32 probabilities", () => {
    for (const baseMargin of [20, -120, NaN]) {
      assert.throws(() => writeXgboost({...handmade, baseMargin}), {name: "RangeError", message: /requires a margin/});
    }
  });
});

describe("breadthFirst(ensemble)", () => {
  it("puts children side by side and keeps what the trees say", () => {
    const laid = breadthFirst(handmade);
    assert.deepEqual([...laid.left], [1, 3, 5, -1, -1, -1, -1, 8, -1, -1, -1]);
    assert.deepEqual([...laid.right], [2, 4, 6, -1, -1, -1, -1, 9, -1, -1, -1]);
    assert.deepEqual([...laid.value.slice(3, 7)], [1, 2, 3, 4]);
    assert.deepEqual([...laid.cover.slice(0, 7)], [10, 6, 4, 2, 4, 1, 3]);
    assert.deepEqual(predictMargins(laid, X), predictMargins(handmade, X));
  });

  it("gives back an ensemble that is laid out so", () => {
    const laid = breadthFirst(handmade);
    assert.equal(breadthFirst(laid), laid);
  });
});
