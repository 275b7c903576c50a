import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {describe, it} from "vitest";
import {applyIsotonic} from "../../../lib/calibration/applyIsotonic.js";
import {applyPlatt} from "../../../lib/calibration/applyPlatt.js";
import {fitIsotonic} from "../../../lib/calibration/fitIsotonic.js";
import {fitPlatt} from "../../../lib/calibration/fitPlatt.js";

const fixture = new URL("../../fixtures/calibration/calibration.json", import.meta.url);
const {asked, cases} = JSON.parse(readFileSync(fixture, "utf8"));

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    assert.ok(Math.abs(actual[i] - expected[i]) <= tolerance, `${i} is ${actual[i]}, not ${expected[i]}`);
  }
}

for (const [name, fit] of Object.entries({fitPlatt, fitIsotonic})) {
  describe(`${name}(p, y), as any fit`, () => {
    it("survives the JSON round trip and leaves its inputs unchanged", () => {
      const [p, y] = [[0.9, 0.2, 0.4], [1, 0, 1]]; // prettier-ignore
      const map = fit(p, y);
      assert.deepEqual(JSON.parse(JSON.stringify(map)), map);
      assert.deepEqual([p, y], [[0.9, 0.2, 0.4], [1, 0, 1]]); // prettier-ignore
    });

    it("refuses no rows, other lengths, NaN and values out of range", () => {
      assert.throws(() => fit([], []), new RegExp(`${name} requires at least one row; got none`));
      assert.throws(() => fit([0.1], [0, 1]), new RegExp(`${name} requires equal lengths; got y 2, p 1`));
      assert.throws(() => fit([NaN], [0]), /p in \[0, 1\]; got NaN at row 0/);
      assert.throws(() => fit([0.1], [2]), /y of 0 and 1; got 2 at row 0/);
    });
  });
}

describe("fitPlatt(p, y)", () => {
  for (const {name, p, y, platt} of cases) {
    it(`is scikit-learn's sigmoid on log-odds: ${name}`, () => {
      const map = fitPlatt(p, y);
      assertClose([map.slope, map.interceptLogOdds], [platt.slope, platt.interceptLogOdds], 1e-7);
      assertClose(applyPlatt(map, asked), platt.mapped, 1e-8);
    });
  }

  it("stays finite with one class, one row, a constant p: the smoothed share of hits, whatever p", () => {
    const {slope, interceptLogOdds} = fitPlatt([0.3, 0.3, 0.3], [1, 0, 0]);
    assert.equal(slope, 0);
    // by hand: the mean of 2/3, 1/4 and 1/4 is 7/18
    assert.ok(Math.abs(interceptLogOdds - Math.log(7 / 11)) <= 1e-12);
    assertClose(applyPlatt(fitPlatt([0.9], [1]), [0, 0.5, 1]), [2 / 3, 2 / 3, 2 / 3], 1e-12);
    assertClose(applyPlatt(fitPlatt([0.1, 0.9], [1, 1]), [0, 0.5, 1]), [0.75, 0.75, 0.75], 1e-9);
  });

  it("parts two rows as their targets ask: log-odds ±ln 2 at p .2 and .8", () => {
    const map = fitPlatt([0.2, 0.8], [0, 1]);
    assertClose(applyPlatt(map, [0.2, 0.5, 0.8]), [1 / 3, 0.5, 2 / 3], 1e-9);
  });

  it("finds the line through nearly equal p", () => {
    const map = fitPlatt([0.5, 0.5 + 1e-9], [0, 1]);
    assertClose(applyPlatt(map, [0.5, 0.5 + 1e-9]), [1 / 3, 2 / 3], 1e-6);
  });
});

describe("applyPlatt(map, p)", () => {
  it("refuses what is no probability", () => {
    const map = {format: "trackoracle-platt/1", slope: 1, interceptLogOdds: 0} as const;
    assert.throws(() => applyPlatt(map, [0.5, 1.1]), /applyPlatt requires p in \[0, 1\]; got 1.1 at row 1/);
    assert.throws(() => applyPlatt(map, [NaN]), RangeError);
    assertClose(applyPlatt(map, [0.3, 0]), [0.3, 1e-4], 1e-12);
  });
});

describe("fitIsotonic(p, y)", () => {
  for (const {name, p, y, isotonic} of cases) {
    it(`is scikit-learn's IsotonicRegression: ${name}`, () => {
      const map = fitIsotonic(p, y);
      assertClose(map.x, isotonic.x, 0);
      assertClose(map.y, isotonic.y, 1e-12);
      assertClose(applyIsotonic(map, asked), isotonic.mapped, 1e-12);
    });
  }

  it("is by hand for five rows: .2 and .3 violate the order and are pooled", () => {
    assert.deepEqual(fitIsotonic([0.3, 0.1, 0.2, 0.4, 0.4], [0, 0, 1, 1, 1]), {
      format: "trackoracle-isotonic/1",
      x: [0.1, 0.2, 0.3, 0.4],
      y: [0, 0.5, 0.5, 1]
    });
  });
});

describe("applyIsotonic(map, p)", () => {
  const map = {format: "trackoracle-isotonic/1", x: [0.2, 0.4], y: [0.1, 0.5]} as const;

  it("joins points by straight lines and is level beyond them", () => {
    assertClose(applyIsotonic(map, [0, 0.2, 0.25, 0.4, 1]), [0.1, 0.1, 0.2, 0.5, 0.5], 1e-15);
    assertClose(applyIsotonic({...map, x: [0.5], y: [0.7]}, [0, 0.5, 1]), [0.7, 0.7, 0.7], 0);
  });

  it("refuses what is no probability", () => {
    assert.throws(() => applyIsotonic(map, [-0.1]), /applyIsotonic requires p in \[0, 1\]; got -0.1 at row 0/);
    assert.throws(() => applyIsotonic(map, [NaN]), RangeError);
  });
});
