import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {mkdtempSync, readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {beforeEach, describe, it, vi} from "vitest";
import type {Stage} from "../../../loaders/store/stage.js";
import type addUp from "../../fixtures/stages/addUp.js";
import type faulty from "../../fixtures/stages/faulty.js";
import type sharing from "../../fixtures/stages/sharing.js";
import type total from "../../fixtures/stages/total.js";

const file = (name: string) => new URL(`../../fixtures/stages/${name}.ts`, import.meta.url);

let folder: string;

/** The store's modules, on a fresh folder. */
async function freshStore() {
  folder = mkdtempSync(path.join(tmpdir(), "store-"));
  process.env.PROCESSED = folder;
  vi.resetModules();
  const {place} = await import("../../../loaders/store/stage.js");
  const {runStages, stageResult} = await import("../../../loaders/store/runStages.js");
  return {place, runStages, stageResult};
}

function files(): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) => /\.(bin|tmp)$/.test(file));
}

describe("runStages(targets)", () => {
  let store: Awaited<ReturnType<typeof freshStore>>;
  beforeEach(async () => {
    store = await freshStore();
  });

  it("computes what a stage needs first, and typed arrays survive", async () => {
    const left = store.place<typeof addUp>("left", file("addUp"), {n: 3, factor: 2}, {});
    const right = store.place<typeof addUp>("right", file("addUp"), {n: 2, factor: 10}, {});
    const sum = store.place<typeof total>("sum", file("total"), {}, {left, right});
    assert.equal(await store.stageResult(sum), 26);
    assert.deepEqual((await store.stageResult(left)).values, Float32Array.of(2, 2, 2));
  });

  it("hands a stage what it needs on memory that threads share, and keeps it so for the next", async () => {
    const given = store.place<typeof addUp>("given", file("addUp"), {n: 3, factor: 2}, {});
    const first = store.place<typeof sharing>("first", file("sharing"), {}, {given});
    const again = store.place<typeof sharing>("again", file("sharing"), {}, {given});
    await store.runStages([first, again]);
    for (const stage of [first, again]) assert.deepEqual(await store.stageResult(stage), {shared: true, sum: 6});
  });

  it("computes nothing twice", async () => {
    const stage = store.place<typeof addUp>("once", file("addUp"), {n: 1, factor: 1}, {});
    const first = await store.stageResult(stage);
    assert.deepEqual(
      await store.stageResult(store.place<typeof addUp>("once", file("addUp"), {n: 1, factor: 1}, {})),
      first
    );
  });

  it("computes again when an option, or the option of a stage it needs, changes", async () => {
    const sumWith = (factor: number): Stage<number> => {
      const left = store.place<typeof addUp>("left", file("addUp"), {n: 3, factor}, {});
      return store.place<typeof total>("sum", file("total"), {}, {left, right: left});
    };
    assert.equal(await store.stageResult(sumWith(1)), 6);
    assert.equal(await store.stageResult(sumWith(2)), 12);
  });

  it("tells an input error in the stage by its own words", async () => {
    const stage = store.place<typeof faulty>("bad", file("faulty"), {how: "input"}, {});
    await assert.rejects(store.runStages([stage]), (error: Error & {failure: {name: string}}) => {
      assert.equal(error.message, 'a.csv, line 3, column "tempo": expected a number; got "x"');
      assert.equal(error.failure.name, "InputError");
      return true;
    });
    assert.deepEqual(files(), []);
  });

  it("fails with the cause when a worker thread dies", async () => {
    await assert.rejects(
      store.runStages([store.place<typeof faulty>("dead", file("faulty"), {how: "exit"}, {})]),
      /dead.*worker/
    );
  });

  it("keeps what was finished when another stage fails", async () => {
    const good = store.place<typeof addUp>("good", file("addUp"), {n: 1, factor: 1}, {});
    await store.runStages([good]);
    await assert.rejects(
      store.runStages([good, store.place<typeof faulty>("bug", file("faulty"), {how: "bug"}, {})]),
      /undefined/
    );
    assert.deepEqual(files().map(path.dirname), ["good"]);
  });

  it("ends at once when aborted, though a stage never would", async () => {
    const stopper = new AbortController();
    const running = store.runStages([store.place<typeof faulty>("spin", file("faulty"), {how: "spin"}, {})], {
      signal: stopper.signal
    });
    setTimeout(() => stopper.abort(), 1_500);
    await assert.rejects(running);
    assert.deepEqual(files(), []);
  });
});

describe("a process that is stopped in the middle of a stage", () => {
  const script = path.resolve("tests/fixtures/stages/runSpin.ts");

  async function stopAfterFirst(signal: NodeJS.Signals): Promise<number | null> {
    const child = spawn(process.execPath, ["--import", "tsx", script], {stdio: ["ignore", "ignore", "pipe"]});
    child.stderr.on("data", (chunk: Buffer) => chunk.includes("finished done") && child.kill(signal));
    return new Promise((resolve) => child.on("close", resolve));
  }

  it("leaves finished results and nothing half-written, by Ctrl-C and by kill -9", async () => {
    await freshStore();
    assert.equal(await stopAfterFirst("SIGINT"), 130);
    assert.deepEqual(files().map(path.dirname), ["done"]);
    const store = await freshStore();
    assert.equal(await stopAfterFirst("SIGKILL"), null);
    assert.deepEqual(files().map(path.dirname), ["done"]);
    // The dead process's lock goes stale: the next run takes over.
    assert.equal(
      await store.stageResult(store.place<typeof total>("after", file("total"), {}, await halves(store))),
      12
    );
  });

  async function halves({place}: Awaited<ReturnType<typeof freshStore>>) {
    const half = place<typeof addUp>("done", file("addUp"), {n: 3, factor: 2}, {});
    return {left: half, right: half};
  }
});
