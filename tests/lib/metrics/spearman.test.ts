import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {spearman} from "../../../lib/metrics/spearman.js";

describe("spearman(a, b)", () => {
  it("is 1 for what rises together, however, and -1 for its mirror", () => {
    const a = Float32Array.of(3, 1, 2, 10);
    assert.equal(spearman(a, Float64Array.from(a, Math.exp)), 1);
    assert.equal(
      spearman(
        a,
        a.map((x) => -x)
      ),
      -1
    );
  });

  it("agrees with scipy where values tie", () => {
    // scipy.stats.spearmanr([1, 2, 2, 4, 5], [3, 1, 3, 7, 5]).statistic
    const rho = spearman(Float32Array.of(1, 2, 2, 4, 5), Float32Array.of(3, 1, 3, 7, 5))!;
    assert.ok(Math.abs(rho - 0.6578947368421054) < 1e-12, String(rho));
  });

  it("ranks only the rows where both are known", () => {
    const a = Float32Array.of(1, 2, 3, NaN, 2.5);
    const b = Float32Array.of(10, 30, 20, 25, NaN);
    // by hand, of (1, 2, 3) and (1, 3, 2): 1 − 6 · 2 / (3 · 8) = .5
    assert.ok(Math.abs(spearman(a, b)! - 0.5) < 1e-12);
  });

  it("is null for a constant and refuses other lengths", () => {
    assert.equal(spearman(Float32Array.of(1, 1, 2), Float32Array.of(1, 2, NaN)), null);
    for (const longer of [new Float32Array(3), Float32Array.of(1, 2, NaN)]) {
      assert.throws(() => spearman(Float32Array.of(1, 2), longer), /^RangeError: spearman .* got 2 and 3/);
    }
  });
});
