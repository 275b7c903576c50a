import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import {anyCase, farthest} from "./ensembles.js";

function byDefinition(ensemble: TreeEnsemble, row: number[]) {
  const steps = coalitionValues(ensemble, row);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const values = step.value;
  return {...bruteForce((S) => values[S], row.length), margin: values[values.length - 1]};
}

it("treeExplainer(ensemble)(row) is what all coalitions say, whatever the trees", () => {
  fc.assert(
    fc.property(anyCase, ({ensemble, rows}) => {
      const explain = treeExplainer(ensemble);
      for (const row of rows) {
        const expected = byDefinition(ensemble, row);
        const {base, phi} = explain(row);
        assert.ok(Math.abs(base - expected.base) <= 1e-9);
        assert.ok(farthest(phi, expected.phi) <= 1e-9, `off by ${farthest(phi, expected.phi)}`);
      }
    }),
    {numRuns: 300, seed: 1}
  );
});
