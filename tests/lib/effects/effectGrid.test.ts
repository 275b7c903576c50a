import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {effectGrid} from "../../../lib/effects/effectGrid.js";

const upTo = (n: number) => Float32Array.from({length: n}, (_, i) => i);

describe("effectGrid(column, {points})", () => {
  it("takes all values of up to 13, ascending, missing ones apart", () => {
    assert.deepEqual(effectGrid(Float32Array.of(2, NaN, 1, 2, -1)), {x: [-1, 1, 2], levels: true});
    assert.deepEqual(effectGrid(upTo(13)), {x: [...upTo(13)], levels: true});
    assert.equal(effectGrid(upTo(14)).levels, false);
  });

  it("takes evenly spaced quantiles of more, from 1 % to 99 %", () => {
    const column = upTo(1001).reverse();
    assert.deepEqual(effectGrid(column, {points: 3}), {x: [10, 500, 990], levels: false});
    const {x} = effectGrid(Float32Array.of(...column, NaN, NaN, NaN));
    assert.equal(x.length, 20);
    assert.deepEqual([x[0], x[1], x[19]], [10, 62, 990]); // .01 + .98 / 19 of 1000 is 61.6
  });

  it("takes more quantiles where many rows share a value, until enough differ", () => {
    const column = Float32Array.from({length: 2000}, (_, i) => Math.max(0, i - 1500));
    const {x} = effectGrid(column);
    assert.ok(x.length >= 20 && x.length <= 21, `${x.length} values`);
    assert.deepEqual([x[0], x[x.length - 1]], [0, 1979 - 1500]);
    assert.deepEqual(effectGrid(upTo(14)).x, [...upTo(14)]); // and no more than there are
  });

  it("gives the column's own values", () => {
    const column = Float32Array.from({length: 500}, (_, i) => (i * i) / 7);
    assert.ok(effectGrid(column).x.every((value) => column.includes(value)));
  });

  it("gives none where none is known, and refuses one point", () => {
    assert.deepEqual(effectGrid(Float32Array.of(NaN)), {x: [], levels: true});
    for (const points of [1, 2.5, NaN]) assert.throws(() => effectGrid(upTo(20), {points}), /points >= 2; got/);
  });
});
