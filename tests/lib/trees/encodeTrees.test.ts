import assert from "node:assert/strict";
import {columnFromArray, tableFromColumns, tableFromIPC, tableToIPC, type Column} from "@uwdata/flechette";
import {describe, it} from "vitest";
import {breadthFirst} from "../../../lib/trees/breadthFirst.js";
import {decodeTrees} from "../../../lib/trees/decodeTrees.js";
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

  it("carries an ensemble without trees", () => {
    const none = joinTrees(["a"], -0.5, []);
    assert.deepEqual(decodeTrees(encodeTrees(none)), none);
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
      ["features", ["a"], /2 tables for 1 features/],
      ["baseMargin", NaN, /baseMargin NaN/],
      ["nodes", [7, 3, 2], /11 nodes/],
      ["nodes", [5, 5, 1], /tree 0 in pieces/],
      ["split", [1, 4, 2, 0, 0, 0, 0, 0, 4, 0, 0], /tree 1 in pieces/],
      ["split", [9, 4, 2, 0, 0, 0, 0, 4, 0, 0, 0], /feature 4 of 2/],
      ["threshold", [9, 0, 0, 0], /threshold 9 of 2/],
      ["threshold", [0, 0, 0], /leaves/],
      ["tables", [1], /tables of another size/],
      ["value", new Uint8Array(8), /2 leaves/]
    ];
    for (const [name, value, message] of cases) {
      assert.throws(() => decodeTrees(change(name, columnFromArray([value] as unknown[]))), {
        name: "RangeError",
        message
      });
    }
  });
});
