import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {refitInterval} from "../../../lib/reasons/refitInterval.js";
import {refitSpread} from "../../../lib/reasons/refitSpread.js";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-4, `${a} is not ${b}`);

describe("refitInterval(margin, refits)", () => {
  it("is the t interval of the margin, as probabilities", () => {
    const {value, low, high} = refitInterval(1, [0.5, 1.5, 2.5]); // deviation 1, t(2; .975) = 4.3027
    near(value, 1 / (1 + Math.exp(-1)));
    near(low, 1 / (1 + Math.exp(3.3027)));
    near(high, 1 / (1 + Math.exp(-5.3027)));
    assert.deepEqual(refitInterval(0, [3]), {value: 0.5, low: 0.5, high: 0.5});
  });
});

describe("refitSpread(phi, refits)", () => {
  it("gives each contribution’s half width and the share of refits with its sign", () => {
    const {error, sameSign} = refitSpread([1, -0.1], [[0, -0.1], [1, 0.1], [2, 0.3]]); // prettier-ignore
    near(error[0], 4.3027);
    near(error[1], 0.2 * 4.3027);
    assert.deepEqual(sameSign, [2 / 3, 1 / 3]);
  });

  it("refuses fewer than two refits, and another width", () => {
    assert.throws(() => refitSpread([1], [[1]]), /requires two refits; got 1/);
    assert.throws(() => refitSpread([1], [[1], [1, 2]]), /requires 1 contributions a refit; got 2/);
  });
});
