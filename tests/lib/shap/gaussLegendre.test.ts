import assert from "node:assert/strict";
import {it} from "vitest";
import {gaussLegendre} from "../../../lib/shap/gaussLegendre.js";
import {farthest} from "./ensembles.js";

it("gaussLegendre(2) has its points at 1/2 ± 1/√12", () => {
  const {points, weights} = gaussLegendre(2);
  assert.ok(farthest(points, [0.5 - 1 / Math.sqrt(12), 0.5 + 1 / Math.sqrt(12)]) <= 1e-15);
  assert.ok(farthest(weights, [0.5, 0.5]) <= 1e-15);
});

it("gaussLegendre(n) integrates every power up to 2n − 1, and not the next", () => {
  for (const n of [1, 3, 4, 5, 8, 12, 32]) {
    const {points, weights} = gaussLegendre(n);
    const error = (k: number) => Math.abs(points.reduce((sum, t, q) => sum + weights[q] * t ** k, 0) - 1 / (k + 1));
    for (let k = 0; k < 2 * n; k++) assert.ok(error(k) <= 1e-14, `${n} points, power ${k}: off by ${error(k)}`);
    if (n < 8) assert.ok(error(2 * n) > 1e-10);
  }
});

it("gaussLegendre(n) refuses 0, fractions and NaN", () => {
  for (const n of [0, 1.5, NaN]) assert.throws(() => gaussLegendre(n), {name: "RangeError"});
});
