import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {clusterMean} from "../../../lib/hot100/clusterMean.js";
import {rankCorrelation} from "../../../lib/hot100/rankCorrelation.js";
import {spearman} from "../../../lib/metrics/spearman.js";
import {randomSource} from "../../../lib/random/randomSource.js";

describe("clusterMean(values, groups, range)", () => {
  it("is the mean with an interval from the groups' sums, by hand", () => {
    // Mean 2; sums of deviations −1 and 1; √(2/1 × 2) = 2, over n 4: ± 1.96 / 2
    const {value, low, high} = clusterMean([1, 2, 2, 3], ["a", "a", "b", "b"], [-10, 10]);
    assert.equal(value, 2);
    assert.ok(Math.abs(low - (2 - 0.979982)) < 1e-6 && Math.abs(high - (2 + 0.979982)) < 1e-6, `${low} ${high}`);
  });

  it("knows no more of copies of rows than of the rows, stays in its range, and tells nothing of one group", () => {
    const [once, twice] = [1, 2].map((n) => {
      const copies = (of: readonly number[]) => of.flatMap((value) => new Array<number>(n).fill(value));
      return clusterMean(copies([0.1, 0.5, 0.9]), copies([0, 1, 2]), [0, 1]);
    });
    assert.ok(Math.abs(once.low - twice.low) < 1e-12);
    assert.deepEqual(clusterMean([0, 1], [0, 1], [0, 1]), {value: 0.5, low: 0, high: 1});
    assert.deepEqual(clusterMean([0.2], [7], [0, 1]), {value: 0.2, low: 0, high: 1});
    assert.throws(() => clusterMean([], [], [0, 1]), /requires a value/);
  });
});

describe("rankCorrelation(a, b, groups, {seed})", () => {
  const random = randomSource(4);
  const a = Float64Array.from({length: 300}, () => Math.round(10 * random()));
  const b = a.map((value) => value + 10 * random());
  const groups = Array.from({length: 300}, (_, i) => i);

  it("is Spearman's, inside its interval", () => {
    const {value, low, high} = rankCorrelation(a, b, groups, {seed: 1});
    assert.ok(Math.abs(value! - spearman(a, b)!) < 1e-9);
    assert.ok(low! > value! - 0.15 && low! < value! - 0.03 && high! > value! + 0.03 && high! < value! + 0.15);
  });

  it("gives wider intervals where rows of a group are alike", () => {
    const copies = (of: Float64Array) => Float64Array.from({length: 1200}, (_, i) => of[i >> 2]);
    const by = (name: (i: number) => number) => {
      const {low, high} = rankCorrelation(copies(a), copies(b), Array.from({length: 1200}, (_, i) => name(i)), {seed: 2}); // prettier-ignore
      return high! - low!;
    };
    assert.ok(by((i) => i >> 2) > 1.6 * by((i) => i));
  });

  it("is undefined where one is constant, and refuses lengths that differ", () => {
    assert.equal(rankCorrelation(a, new Float64Array(300).fill(3), groups, {seed: 1}).value, null);
    assert.throws(() => rankCorrelation(a, b, [1], {seed: 1}), /equal lengths; got 300, 300, 1/);
  });
});
