import assert from "node:assert/strict";
import {setTimeout as sleep} from "node:timers/promises";
import {describe, it} from "vitest";
import {mapInOrder} from "../../../loaders/score/mapInOrder.js";
import {allOf} from "./csvOf.js";

async function* upTo(n: number, onItem: (i: number) => void = () => undefined) {
  for (let i = 0; i < n; i++) {
    onItem(i);
    yield i;
  }
}

describe("mapInOrder(source, limit, work)", () => {
  for (const limit of [1, 2, 3, 10]) {
    it(`keeps the order whatever ends first, ${limit} at once`, async () => {
      let working = 0;
      let most = 0;
      const work = async (i: number) => {
        most = Math.max(most, ++working);
        await sleep((7 * i) % 5);
        working--;
        return 10 * i;
      };
      assert.deepEqual(await allOf(mapInOrder(upTo(7), limit, work)), [0, 10, 20, 30, 40, 50, 60]);
      assert.ok(most <= limit, `${most} at once`);
    });
  }

  it("reads no further ahead than the limit", async () => {
    let read = 0;
    const results = mapInOrder(
      upTo(100, (i) => (read = i + 1)),
      3,
      (i) => Promise.resolve(i)
    );
    for (let i = 0; i < 20; i++) {
      assert.equal((await results.next()).value, i);
      await sleep(0);
      assert.ok(read <= i + 3, `read ${read} items for result ${i}`);
    }
  });

  it("throws what the work or the source throws, and lets the source go", async () => {
    let closed = 0;
    const source = async function* (bad: number) {
      try {
        for (let i = 0; ; i++) {
          if (i === bad) throw new Error("source");
          yield i;
        }
      } finally {
        closed++;
      }
    };
    const work = (i: number) => (i === 4 ? Promise.reject(new Error("work")) : Promise.resolve(i));
    await assert.rejects(allOf(mapInOrder(source(9), 2, work)), {message: "work"});
    await assert.rejects(allOf(mapInOrder(source(2), 9, work)), {message: "source"});
    for await (const first of mapInOrder(source(9), 2, work)) if (first === 0) break;
    assert.equal(closed, 3);
  });
});
