import assert from "node:assert/strict";
import {it} from "vitest";
import {randomSource} from "../../../lib/random/randomSource.js";

// Printed by tests/fixtures/random/mulberry32.c: the first four numbers of a seed and the 1,001st.
const EXPECTED: [seed: number, numbers: number[]][] = [
  [0, [1144304738, 1416247, 958946056, 627933444, 3129357006]],
  [1, [2693262067, 11749833, 2265367787, 4213581821, 981255928]],
  [42, [2581720956, 1925393290, 3661312704, 2876485805, 1660126585]],
  [4294967295, [3850105811, 813802916, 3073704848, 4054706436, 1528880534]]
];

it.each(EXPECTED)("randomSource(%d) gives the numbers of the C original", (seed, expected) => {
  const random = randomSource(seed);
  const drawn = Array.from({length: 1001}, () => random() * 2 ** 32);
  assert.deepEqual([...drawn.slice(0, 4), drawn[1000]], expected);
});

it("randomSource(seed) counts only the lowest 32 bits of a seed", () => {
  for (const [a, b] of [[-1, 2 ** 32 - 1], [2 ** 32 + 7, 7]]) assert.equal(randomSource(a)(), randomSource(b)()); // prettier-ignore
});

it("randomSource(seed) is uniform in [0, 1) and neighbouring seeds do not go together", () => {
  const [a, b] = [randomSource(42), randomSource(43)];
  const n = 20_000;
  const bins = new Array<number>(10).fill(0);
  let products = 0;
  for (let i = 0; i < n; i++) {
    const [u, v] = [a(), b()];
    assert.ok(u >= 0 && u < 1, String(u));
    bins[Math.floor(u * 10)]++;
    products += (u - 0.5) * (v - 0.5) * 12;
  }
  // Five standard deviations: of a bin's count, and of the correlation.
  for (const count of bins) assert.ok(Math.abs(count - n / 10) < 5 * Math.sqrt(n * 0.09), bins.join());
  assert.ok(Math.abs(products / n) < 5 / Math.sqrt(n), String(products / n));
});

it("randomSource(seed) gives each caller a stream of its own", () => {
  const [a, b] = [randomSource(1), randomSource(1)];
  const first = [a(), a()];
  assert.deepEqual([b(), b()], first);
});
