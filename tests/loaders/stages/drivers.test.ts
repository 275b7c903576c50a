import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {treeExplainer} from "../../../lib/shap/treeExplainer.js";
import table from "../../../loaders/stages/table.js";
import drivers from "../../../loaders/stages/drivers.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {handmadeStudy} from "../../fixtures/handmadeStudy.js";
import {handmade} from "../../lib/trees/handmade.js";

// The features are not in X's order, and X has more of them.
const model = {...handmade, features: ["tempo", "energy"]};
const dataset = handmadeStudy(50, (i) => ({
  uri: `uri${i === 1 ? 3 : i}`, // one of rows 1 and 3 is left out
  x: {tempo: i % 5 === 0 ? NaN : (i % 7) / 20, energy: i % 3 === 0 ? NaN : i % 2}
}));

const numbers = await table({dataset}, {}, QUIET);

/** Mean |SHAP| a feature over rows of the study, explained one by one. */
function expected(rows: readonly number[]): Map<string, number> {
  const explain = treeExplainer(model);
  const {names, columns} = dataset.raw.X;
  const sums = [0, 0];
  for (const row of rows) {
    const {phi} = explain(model.features.map((name) => columns[names.indexOf(name)][row]));
    phi.forEach((value, j) => (sums[j] += Math.abs(value)));
  }
  return new Map(model.features.map((name, j) => [name, sums[j] / rows.length]));
}

describe("drivers({table: numbers, model}, {rows})", () => {
  it("averages |SHAP| over clean tracks, the strongest feature first", async () => {
    const {rows, drivers: ranked} = await drivers({table: numbers, model}, {rows: 1000}, QUIET);
    assert.equal(rows, 49);
    const means = expected([...dataset.clean]);
    for (const {feature, meanAbsPhi} of ranked) assert.ok(Math.abs(meanAbsPhi - means.get(feature)!) < 1e-6, feature);
    assert.equal(ranked.length, 2);
    assert.ok(ranked[0].meanAbsPhi > ranked[1].meanAbsPhi);
    const renamed = await drivers(
      {table: numbers, model: {...model, features: ["energy", "tempo"]}},
      {rows: 1000},
      QUIET
    );
    assert.ok(renamed.drivers[0].meanAbsPhi > renamed.drivers[1].meanAbsPhi);
  });

  it("takes an even sample where there are more tracks, and says how many it took", async () => {
    const {rows, drivers: ranked} = await drivers({table: numbers, model}, {rows: 10}, QUIET);
    const sample = [...dataset.clean].filter((_, i) => i % 4 === 0);
    assert.equal(rows, sample.length);
    const means = expected(sample);
    for (const {feature, meanAbsPhi} of ranked) assert.ok(Math.abs(meanAbsPhi - means.get(feature)!) < 1e-6, feature);
  });

  it("reports how far it is", async () => {
    const shares: number[] = [];
    await drivers({table: numbers, model}, {rows: 10}, {onProgress: (share) => shares.push(share)});
    assert.deepEqual(shares, [1 / 3, 2 / 3, 1]);
  });
});
