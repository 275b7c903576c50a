import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {reasonsAgreement} from "../../../lib/wire/reasonsAgreement.js";
import {explained, reasons} from "../../fixtures/explained.js";

const features = ["energy", "tempo", "mode"];

describe("reasonsAgreement(explain)", () => {
  const {
    models,
    features: rows,
    pairs
  } = reasonsAgreement(
    explained(features, [
      reasons("logistic", {energy: 0.6, tempo: 0.3, mode: 0.1}, {energy: 0.9, tempo: -0.2, mode: 0.1}),
      reasons("glassbox", {}),
      reasons("forest", {energy: 0.03, tempo: 0.06, mode: 0.01}, {energy: -0.9, tempo: 0.2, mode: 0}),
      reasons("boosted", {tempo: 3, energy: 1})
    ])
  );

  it("shares out each model's own sum, whatever its unit, strongest feature first", () => {
    assert.deepEqual(models, ["logistic", "forest", "boosted"]); // the glassbox leans on nothing
    assert.deepEqual(rows.map(({feature}) => feature), ["tempo", "energy", "mode"]); // prettier-ignore
    const rounded = rows.map(({shares}) => shares.map((share) => Number(share.toFixed(9))));
    assert.deepEqual(rounded, [[0.3, 0.6, 0.75], [0.6, 0.3, 0.25], [0.1, 0.1, 0]]); // prettier-ignore
  });

  it("correlates ranks of importance and of direction, every two models", () => {
    const rounded = pairs.map(({a, b, importance, direction}) => [a, b, importance, direction]);
    assert.deepEqual(rounded, [
      ["logistic", "forest", 0.5, -1],
      ["logistic", "boosted", 0.5, null], // all directions of the boosted trees are 0
      ["forest", "boosted", 1, null]
    ]);
  });

  it("compares nothing of no model", () => {
    assert.deepEqual(reasonsAgreement(explained(features, [])).pairs, []);
    assert.deepEqual(reasonsAgreement(explained(features, [reasons("forest", {})])).models, []);
  });
});
