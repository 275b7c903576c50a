import assert from "node:assert/strict";
import {it} from "vitest";
import {evenPick} from "../../lib/evenPick.js";

it("evenPick(length, most) takes the middle of each stretch", () => {
  assert.deepEqual([...evenPick(10, 2)], [2, 7]);
  assert.deepEqual([...evenPick(10, 3)], [1, 5, 8]);
});

it("evenPick(length, most) takes everything where there is no more, and nothing of nothing", () => {
  assert.deepEqual([...evenPick(4, 4)], [0, 1, 2, 3]);
  assert.deepEqual([...evenPick(3, 100)], [0, 1, 2]);
  assert.deepEqual([...evenPick(0, 5)], []);
});
