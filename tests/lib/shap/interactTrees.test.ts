import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {interactTrees} from "../../../lib/shap/interactTrees.js";
import {pairIndex} from "../../../lib/shap/pairIndex.js";
import {interactionsByDefinition} from "./interactionsByDefinition.js";
import {anyCase, columnsOf, farthest} from "./ensembles.js";

/** Rows again and again: past one block, an odd number, and enough for tables. */
const many = (rows: number[][], length = 1501) => Array.from({length}, (_, i) => rows[i % rows.length]);

/** A row's values as treeInteractions gives them. */
const squareOf = (phi: readonly Float64Array[], row: number, n: number) =>
  Array.from({length: n * n}, (_, k) => phi[pairIndex(Math.floor(k / n), k % n)][row]);

it("interactTrees(ensemble, X) is what all coalitions say, from tables and from walks", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const n = ensemble.features.length;
      const expected = rows.map((row) => interactionsByDefinition(ensemble, row));
      for (const list of [rows, many(rows)]) {
        const {base, phi} = interactTrees(ensemble, columnsOf(ensemble.features, list));
        assert.ok(Math.abs(base - expected[0].base) <= 1e-9);
        assert.equal(phi.length, (n * (n + 1)) / 2);
        for (let i = 0; i < list.length; i = i < 4 ? i + 1 : i + 37) {
          const off = farthest(squareOf(phi, i, n), expected[i % rows.length].phi);
          assert.ok(off <= 1e-9, `row ${i} of ${list.length}: off by ${off}`);
        }
      }
    }),
    {numRuns: 150, seed: 2}
  );
});
