import assert from "node:assert/strict";
import {binary, columnFromArray, tableFromColumns, tableFromIPC, tableToIPC, type Column} from "@uwdata/flechette";
import {describe, it} from "vitest";
import {breadthFirst} from "../../../lib/trees/breadthFirst.js";
import {decodeEnsembles, decodeTrees} from "../../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../../lib/trees/encodeTrees.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import {joinTrees} from "../../../lib/trees/joinTrees.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {fixtureJson} from "./fixtures.js";
import {handmade} from "./handmade.js";
import {tracksLike} from "./tracksLike.js";

const {X, y} = tracksLike(1500, 9);

function withoutGain(e: TreeEnsemble): TreeEnsemble {
  return {...e, gain: new Float32Array(e.gain.length)};
}

describe("decodeTrees(encodeTrees(ensemble))", () => {
  it("gives a fitted ensemble back, but for gains", () => {
    const e = fitBoosted(X, y, {seed: 3, rounds: 30});
    assert.deepEqual(decodeTrees(encodeTrees(e)), withoutGain(e));
  });

  it("gives trees from elsewhere back breadth first, inner covers summed", () => {
    for (const e of [handmade, readXgboost(fixtureJson("pruned.model.json"))]) {
      const laid = breadthFirst(e);
      const decoded = decodeTrees(encodeTrees(e));
      for (let i = 0; i < laid.cover.length; i++) {
        assert.ok(Math.abs(decoded.cover[i] - laid.cover[i]) <= 1e-6 * laid.cover[i]);
      }
      assert.deepEqual({...decoded, cover: laid.cover}, withoutGain(laid));
    }
  });

  it("carries more than 256 thresholds a feature and more than 127 features", () => {
    const rows = tracksLike(600, 2);
    const parts = Array.from({length: 30}, (_, k) => {
      const column = rows.X.columns[0].map((x) => x + k / 1000);
      return fitBoosted({names: ["x"], columns: [column], length: 600}, rows.y, {seed: k, rounds: 3});
    });
    const many = joinTrees(["x"], 0, parts);
    assert.ok(new Set(many.threshold).size > 300);
    assert.deepEqual(decodeTrees(encodeTrees(many)), withoutGain(many));
    const features = Array.from({length: 200}, (_, j) => `f${j}`);
    const wide = {
      ...breadthFirst(handmade),
      features,
      feature: breadthFirst(handmade).feature.map((j) => (j < 0 ? j : 199 - j))
    };
    assert.deepEqual(decodeTrees(encodeTrees(wide)).feature, wide.feature);
  });

  it("keeps −0, and leaves of any value", () => {
    const values = breadthFirst(handmade).value.map((_, i) => [0.1, 7, 0, -0, 3e38, -3e-45][i % 6]);
    const trees = {...withoutGain(breadthFirst(handmade)), value: values.map((v, i) => (handmadeLeaf(i) ? v : 0))};
    assert.deepEqual(decodeTrees(encodeTrees(trees)).value, trees.value);
    assert.ok(trees.value.some((value) => Object.is(value, -0)));
  });

  it("carries an ensemble without trees", () => {
    const none = joinTrees(["a"], -0.5, []);
    assert.deepEqual(decodeTrees(encodeTrees(none)), none);
  });
});

const handmadeLeaf = (i: number) => breadthFirst(handmade).left[i] < 0;

describe("decodeEnsembles(encodeTrees(...ensembles))", () => {
  it("gives many ensembles back in their order, whatever the size of each", () => {
    const many = [fitBoosted(X, y, {seed: 4, rounds: 12}), joinTrees(["a"], -0.5, []), breadthFirst(handmade)];
    const decoded = decodeEnsembles(encodeTrees(...many));
    assert.deepEqual(decoded.slice(0, 2), many.slice(0, 2).map(withoutGain));
    assert.deepEqual(decoded[2].value, many[2].value);
    assert.deepEqual(decodeEnsembles(encodeTrees(...many.toReversed())).toReversed(), decoded);
  });

  it("gives none back where there was none", () => {
    assert.deepEqual(decodeEnsembles(encodeTrees()), []);
  });
});

describe("decodeTrees(bytes)", () => {
  const bytes = encodeTrees(handmade);
  const refused = {name: "RangeError", message: /^decodeTrees requires bytes of encodeTrees; got /};

  it("refuses other bytes", () => {
    for (const other of [new Uint8Array(), Uint8Array.of(1, 2, 3), new TextEncoder().encode('{"learner":{}}')]) {
      assert.throws(() => decodeTrees(other), refused);
    }
    assert.throws(() => decodeTrees(tableToIPC(tableFromColumns({a: columnFromArray([1])}), {})!), refused);
  });

  it("refuses none and many", () => {
    assert.throws(() => decodeTrees(encodeTrees()), {...refused, message: /got 0 ensembles where one was asked for/});
    assert.throws(() => decodeTrees(encodeTrees(handmade, handmade)), {...refused, message: /got 2 ensembles/});
  });

  it("refuses bytes cut short", () => {
    for (let length = 0; length < bytes.length - 8; length += 16) {
      assert.throws(() => decodeTrees(bytes.slice(0, length)), refused, `${length} of ${bytes.length} bytes`);
    }
  });

  it("refuses a table whose parts disagree", () => {
    const change = (name: string, column: Column<unknown>) => {
      const table = tableFromIPC(bytes);
      const columns = table.names.map((known): [string, Column<unknown>] => {
        return [known, known === name ? column : table.getChild(known)];
      });
      return tableToIPC(tableFromColumns(columns), {})!;
    };
    const cases: [string, unknown, RegExp][] = [
      ["format", "other/1", /format other\/1/],
      ["features", ["a"], /4 tables for 1 features/],
      ["baseMargin", NaN, /baseMargin NaN/],
      ["nodes", [7, 3, 2], /11 nodes/],
      ["nodes", [5, 5, 1], /tree 0 in pieces/],
      ["split", [1, 4, 2, 0, 0, 0, 0, 0, 4, 0, 0], /tree 1 in pieces/],
      ["split", [9, 4, 2, 0, 0, 0, 0, 4, 0, 0, 0], /feature 4 of 2/],
      ["threshold", Uint8Array.of(0, 9, 0, 0), /place 9 in a table of 2/],
      ["threshold", new Uint8Array(3), /3 bytes of threshold for 4/],
      ["value", new Uint8Array(8), /8 bytes of value for 7/],
      ["cover", new Uint8Array(35), /35 bytes of cover for 7/],
      ["cover", new Uint8Array(0), /0 bytes of cover for 7/],
      ["tables", new Uint8Array(4), /4 bytes of tables for 18/],
      ["tableSizes", [2, 2, 7, 5], /72 bytes of tables for 16/],
      ["tableSizes", [3, 1, 7, 7], /place 1 in a table of 1/],
      ["value", [1, 2], /no bytes value/],
      ["nodes", null, /got .*null/]
    ];
    for (const [name, value, message] of cases) {
      assert.throws(
        () =>
          decodeTrees(
            change(name, columnFromArray([value] as unknown[], value instanceof Uint8Array ? binary() : undefined))
          ),
        {
          name: "RangeError",
          message
        }
      );
    }
  });
});
