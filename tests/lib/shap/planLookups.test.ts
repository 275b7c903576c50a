import assert from "node:assert/strict";
import {it} from "vitest";
import {coverShares} from "../../../lib/shap/coverShares.js";
import {planLookups} from "../../../lib/shap/planLookups.js";
import {valueTables} from "../../../lib/shap/valueTables.js";
import {ensembleOf, type Nested} from "./ensembles.js";

it("planLookups(...) makes tables for many rows, smaller ones for fewer, and none for paths too wide", () => {
  const full = (depth: number, first = 0): Nested =>
    depth === 0
      ? {value: first, cover: 1}
      : {
          feature: first,
          threshold: 0,
          defaultLeft: true,
          left: full(depth - 1, first + 1),
          right: full(depth - 1, first + 1)
        };
  const planned = (depth: number, rows: number) => {
    const ensemble = ensembleOf(16, [full(depth)]);
    return planLookups(ensemble, coverShares(ensemble), 0, ensemble.starts[1], rows, valueTables);
  };
  const counts = [1e3, 1e4, 1e6].map((rows) => planned(7, rows)!.lookups.length);
  assert.ok(counts[0] > counts[1] && counts[1] > counts[2], counts.join(" > "));
  assert.equal(planned(7, 1), null);
  assert.equal(planned(13, 1e9), null);
});
