import assert from "node:assert/strict";
import {mkdir, readdir, readFile, truncate, writeFile} from "node:fs/promises";
import path from "node:path";
import {describe, it, vi} from "vitest";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

/** The module on a store of its own. */
async function storeIn(folder: string) {
  vi.stubEnv("PROCESSED", folder);
  vi.resetModules();
  return import("../../../loaders/store/resultFile.js");
}

describe("writeAtomically(file, bytes)", () => {
  it("replaces a file whole", () =>
    inFolder({"a.bin": "old"}, async (folder) => {
      const {writeAtomically} = await storeIn(folder);
      await writeAtomically(path.join(folder, "a.bin"), Buffer.from("new"));
      assert.equal(await readFile(path.join(folder, "a.bin"), "utf8"), "new");
      assert.deepEqual(await readdir(folder), ["a.bin"]);
    }));

  it("names the file and leaves nothing behind when the disk cannot take it", () =>
    inFolder({}, async (folder) => {
      const {writeAtomically} = await storeIn(folder);
      await mkdir(path.join(folder, "taken", "by a folder"), {recursive: true}); // cannot be replaced by a file
      await assert.rejects(writeAtomically(path.join(folder, "taken"), Buffer.from("x")), /cannot write .*taken: E/);
      assert.deepEqual(await readdir(folder), ["taken"]);
    }));
});

describe("readResult(name, key)", () => {
  it("names a damaged file and says what to do", () =>
    inFolder({}, async (folder) => {
      const {readResult, writeResult} = await storeIn(folder);
      await writeResult("stage", "key", {values: [1, 2, 3]}, 0.5);
      await truncate(path.join(folder, "stage/key.bin"), 5);
      await assert.rejects(readResult("stage", "key"), /cannot read .*stage.key\.bin; delete it and build again/);
    }));
});

describe("writeResult(name, key, result, seconds)", () => {
  it("keeps a stage's newest results and forgets the rest, seconds included", () =>
    inFolder({}, async (folder) => {
      const {hasResult, readSeconds, writeResult} = await storeIn(folder);
      for (let i = 0; i < 8; i++) {
        await writeResult("stage", `key${i}`, i, i);
        await new Promise((resolve) => setTimeout(resolve, 15)); // file times tell the newest
      }
      await writeFile(path.join(folder, "stage/note.txt"), "not ours");
      const kept = (await readdir(path.join(folder, "stage"))).sort();
      const keys = [2, 3, 4, 5, 6, 7].flatMap((i) => [`key${i}.bin`, `key${i}.seconds`]);
      assert.deepEqual(kept, [...keys, "note.txt"]);
      assert.equal(hasResult("stage", "key1"), false);
      assert.equal(await readSeconds("stage", "key7"), 7);
      assert.equal(await readSeconds("stage", "key0"), null);
    }));
});
