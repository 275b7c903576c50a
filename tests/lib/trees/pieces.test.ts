import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {logit} from "../../../lib/logit.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {baseScoreOfMargin} from "../../../lib/trees/baseScoreOfMargin.js";
import {binColumn} from "../../../lib/trees/boosting/binColumn.js";
import {cutPoints} from "../../../lib/trees/boosting/cutPoints.js";
import {gradients} from "../../../lib/trees/boosting/gradients.js";
import {HESSIAN_UNIT, packGradients} from "../../../lib/trees/boosting/packGradients.js";
import {sampleColumns} from "../../../lib/trees/boosting/sampleColumns.js";
import {sampleGroups} from "../../../lib/trees/boosting/sampleGroups.js";
import {sampleRows} from "../../../lib/trees/boosting/sampleRows.js";
import {marginOfBaseScore} from "../../../lib/trees/marginOfBaseScore.js";
import {shortestFloat} from "../../../lib/trees/shortestFloat.js";

const float = fc.float({noNaN: true, noDefaultInfinity: true});

describe("sigmoid(margin) and logit(p)", () => {
  it("agree with values worked out by hand", () => {
    assert.equal(sigmoid(0), 0.5);
    assert.ok(Math.abs(sigmoid(Math.log(3)) - 0.75) <= 1e-15);
    assert.ok(Math.abs(sigmoid(-40) / 4.248354255291589e-18 - 1) <= 1e-14);
    assert.deepEqual([sigmoid(Infinity), sigmoid(-Infinity), sigmoid(NaN)], [1, 0, NaN]);
    assert.ok(Math.abs(logit(0.75) - Math.log(3)) <= 1e-15);
    assert.deepEqual([logit(0), logit(1), logit(0.5)], [-Infinity, Infinity, 0]);
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.double({min: -30, max: 15, noNaN: true}), (margin) => {
        assert.ok(Math.abs(logit(sigmoid(margin)) - margin) <= 1e-8);
      }),
      {seed: 1}
    );
  });

  it("refuses what is no probability", () => {
    for (const p of [-0.1, 1.1, NaN])
      assert.throws(() => logit(p), {name: "RangeError", message: /got (-0.1|1.1|NaN)$/});
  });
});

describe("baseScoreOfMargin(marginOfBaseScore(p))", () => {
  it("is met exactly by some float32 probability", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-30, max: 1 - 1e-7, noNaN: true}), (p) => {
        const margin = marginOfBaseScore(p);
        assert.equal(marginOfBaseScore(baseScoreOfMargin(margin)), margin);
      }),
      {numRuns: 2000, seed: 1}
    );
  });

  it("refuses what no float32 probability expresses", () => {
    for (const p of [0, 1, -1, NaN, 1 - 1e-9]) assert.throws(() => marginOfBaseScore(p), RangeError);
    for (const margin of [18, -110, NaN]) assert.throws(() => baseScoreOfMargin(margin), RangeError);
  });
});

describe("shortestFloat(value)", () => {
  it("rounds to the float it stands for, in at most nine digits", () => {
    fc.assert(
      fc.property(float, (value) => {
        const short = shortestFloat(value);
        assert.equal(Math.fround(short), value + 0);
        assert.ok(
          Number.isInteger(short) ||
            String(short)
              .replace(/e.*|[^0-9]/g, "")
              .replace(/^0+/, "").length <= 9
        );
      }),
      {numRuns: 2000, seed: 1}
    );
    assert.equal(shortestFloat(Math.fround(0.3)), 0.3);
    assert.ok(Object.is(shortestFloat(-0), 0));
  });
});

describe("cutPoints(sorted, bins)", () => {
  it("parts few values between neighbours", () => {
    assert.deepEqual([...cutPoints(Float32Array.of(0, 0, 1, 4, 4), 256)], [0.5, 2.5]);
    assert.deepEqual([...cutPoints(Float32Array.of(1, 1), 256)], []);
    // No float32 lies between neighbours: the cut is the upper one, as x < cut has to hold for the lower.
    assert.deepEqual([...cutPoints(Float32Array.of(1, 1 + 2 ** -23), 256)], [1 + 2 ** -23]);
    assert.deepEqual([...cutPoints(new Float32Array(), 256)], []);
  });

  it("shares many values out evenly and gives a frequent one its own bin", () => {
    const even = Float32Array.from({length: 1000}, (_, i) => i);
    assert.deepEqual([...cutPoints(even, 4)], [249.5, 499.5, 749.5]);
    const heavy = Float32Array.from({length: 1000}, (_, i) => Math.max(0, i - 600));
    const cuts = cutPoints(heavy, 5);
    assert.equal(cuts[0], 0.5);
    assert.equal(cuts.length, 4);
  });
});

describe("binColumn(column, maxBins)", () => {
  it("codes every value by the cuts it lies between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(float, fc.constant(NaN)), {maxLength: 50}),
        fc.integer({min: 2, max: 256}),
        (xs, max) => {
          const column = Float32Array.from(xs);
          const {codes, cuts, first, size} = binColumn(column, max);
          assert.ok(size <= max);
          assert.equal(first, column.some(Number.isNaN) ? 1 : 0);
          column.forEach((x, i) => {
            const below = cuts.reduce((count, cut) => count + Number(!(x < cut)), 0);
            assert.equal(codes[i], Number.isNaN(x) ? 0 : first + below);
          });
        }
      ),
      {seed: 1}
    );
  });
});

describe("gradients(gradient, hessian, margins, y, rows, size)", () => {
  it("is within 1e-9 of the logistic function, tails included", () => {
    const margins = Float64Array.from({length: 4001}, (_, i) => (i - 2000) / 41.37);
    const rows = Int32Array.from(margins.keys());
    const y = Uint8Array.from(rows, (i) => i % 2);
    const [gradient, hessian] = [new Float64Array(4001), new Float64Array(4001)];
    gradients(gradient, hessian, margins, y, rows, 4001);
    margins.forEach((margin, i) => {
      const p = sigmoid(margin);
      assert.ok(Math.abs(gradient[i] - (p - y[i])) <= 1e-9);
      assert.ok(Math.abs(hessian[i] - Math.max(p * (1 - p), 1e-16)) <= 1e-9);
      assert.ok(hessian[i] > 0);
    });
  });
});

describe("packGradients(sums, gradient, hessian, rows, size)", () => {
  it("keeps both sums apart and within a whole number a row", () => {
    const random = randomSource(1);
    const n = 5000;
    const gradient = Float64Array.from({length: n}, () => random() * 2 - 1);
    const hessian = Float64Array.from({length: n}, () => random() / 4);
    const rows = Int32Array.from({length: n}, (_, i) => i);
    const sums = new Float64Array(n);
    const packing = packGradients(sums, gradient, hessian, rows, n);
    assert.equal(
      sums.reduce((a, b) => a + b),
      packing.total
    );
    assert.equal(
      sums.reduceRight((a, b) => a + b),
      packing.total
    );
    const H = Math.floor(packing.total / HESSIAN_UNIT + 0.5);
    const G = packing.total - H * HESSIAN_UNIT;
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b);
    assert.ok(Math.abs(G - packing.gradient * sum(gradient)) <= n / 2);
    const lost = packing.hessian * sum(hessian) - H;
    assert.ok(lost >= 0 && lost <= n, `${lost} lost`);
    assert.ok(packing.total <= Number.MAX_SAFE_INTEGER);
  });
});

describe("sampleGroups(sampled, others, group, drawn, share, random)", () => {
  const n = 3000;
  const group = Int32Array.from({length: n}, (_, i) => (i * 7) % 500);
  const [sampled, others, drawn] = [new Int32Array(n + 1), new Int32Array(n + 1), new Uint8Array(500)];

  it("parts all rows, each side ascending, and never a group", () => {
    const size = sampleGroups(sampled, others, group, drawn, 0.7, randomSource(3));
    const [inside, outside] = [sampled.slice(0, size), others.slice(0, n - size)];
    assert.ok(size > 0.64 * n && size < 0.76 * n, `${size}`);
    for (const side of [inside, outside]) assert.deepEqual(side, side.slice().sort());
    assert.deepEqual(
      [...inside, ...outside].sort((a, b) => a - b),
      [...group.keys()]
    );
    const taken = new Set(Array.from(inside, (row) => group[row]));
    assert.ok(outside.every((row) => !taken.has(group[row])));
  });

  it("takes all rows where no group was drawn, and draws anew each time", () => {
    assert.equal(sampleGroups(sampled, others, group, drawn, 1e-9, randomSource(1)), n);
    const random = randomSource(2);
    sampleGroups(sampled, others, group, drawn, 0.5, random);
    const first = drawn.slice();
    sampleGroups(sampled, others, group, drawn, 0.5, random);
    assert.notDeepEqual(drawn, first);
  });
});

describe("sampleRows(sampled, others, n, share, random)", () => {
  it("parts all rows, each side ascending, in about the share asked for", () => {
    for (const [share, least, most] of [
      [0.8, 0.78, 0.82],
      [0.25, 0.23, 0.27],
      [1, 1, 1]
    ] as const) {
      const n = 10001;
      const [sampled, others] = [new Int32Array(n + 1), new Int32Array(n + 1)];
      const size = sampleRows(sampled, others, n, share, randomSource(3));
      const both = [...sampled.slice(0, size), ...others.slice(0, n - size)];
      assert.ok(size >= least * n && size <= most * n, `${size}`);
      assert.deepEqual(
        [...sampled.slice(0, size)],
        [...sampled.slice(0, size)].sort((a, b) => a - b)
      );
      assert.deepEqual(
        both.sort((a, b) => a - b),
        Array.from({length: n}, (_, i) => i)
      );
    }
  });

  it("draws neighbours independently of each other", () => {
    const n = 20000;
    const sampled = new Int32Array(n + 1);
    const size = sampleRows(sampled, new Int32Array(n + 1), n, 0.5, randomSource(2));
    const inside = new Uint8Array(n);
    for (let i = 0; i < size; i++) inside[sampled[i]] = 1;
    const alike = inside.reduce((sum, value, i) => sum + Number(i % 2 === 1 && value === inside[i - 1]), 0);
    assert.ok(Math.abs(alike / (n / 2) - 0.5) < 0.02, `${alike} of ${n / 2} pairs alike`);
  });

  it("takes all rows where it drew none", () => {
    const [sampled, others] = [new Int32Array(4), new Int32Array(4)];
    assert.equal(
      sampleRows(sampled, others, 3, 0.0001, () => 0.99),
      3
    );
    assert.deepEqual([...sampled.slice(0, 3)], [0, 1, 2]);
  });
});

describe("sampleColumns(count, share, random)", () => {
  it("draws distinct columns, ascending, as many as the share rounds down to", () => {
    const seen = new Set<number>();
    const random = randomSource(1);
    for (let k = 0; k < 50; k++) {
      const columns = sampleColumns(15, 0.8, random);
      assert.equal(columns.length, 12);
      assert.deepEqual(
        columns,
        [...new Set(columns)].sort((a, b) => a - b)
      );
      columns.forEach((column) => seen.add(column));
    }
    assert.equal(seen.size, 15);
    assert.equal(sampleColumns(15, 0.01, random).length, 1);
    assert.equal(sampleColumns(100, 0.29, random).length, 29); // .29 · 100 is 28.999999999999996
    assert.deepEqual(sampleColumns(0, 0.8, random), []);
  });
});
