import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {answerOf, answerRange} from "../../../lib/outside/answerOf.js";

const rising = {edges: [0, 0.1, 0.33, 1]};
const falling = {edges: [1, 0.5, 0.1, 0]};

describe("answerOf({edges}, value)", () => {
  it("covers from the lower edge up to the next, whichever way the answers run", () => {
    const asked = [0, 0.09, 0.1, 0.32, 0.33, 1, 2, -1];
    assert.deepEqual(asked.map((value) => answerOf(rising, value)), [0, 0, 1, 1, 2, 2, 2, 0]); // prettier-ignore
    assert.deepEqual([0, 0.09, 0.1, 0.49, 0.5, 1].map((value) => answerOf(falling, value)), [2, 2, 1, 1, 0, 0]); // prettier-ignore
  });

  it("says -1 of a value that is unknown", () => assert.equal(answerOf(rising, NaN), -1));
});

describe("answerRange({edges}, answer)", () => {
  it("holds the values of an answer and no others", () => {
    for (const question of [rising, falling]) {
      for (const value of [-0.5, 0, 0.05, 0.1, 0.2, 0.33, 0.4, 0.5, 0.9, 1, 3]) {
        const answers = [0, 1, 2].filter((answer) => {
          const [from, to] = answerRange(question, answer);
          return value >= from && value < to;
        });
        assert.deepEqual(answers, [answerOf(question, value)]);
      }
    }
  });
});
