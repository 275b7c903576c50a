import assert from "node:assert/strict";
import {mkdir, readdir, readFile, readlink, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {checkOutput, writeFileWhole} from "../../../loaders/score/writeOutput.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const {signal} = new AbortController();

async function* pieces(fail?: () => never) {
  yield "a,b\n";
  yield "é,2\n";
  fail?.();
}

describe("writeFileWhole(file, chunks, signal)", () => {
  it("writes a file, compressed if its name says so, and nothing else", async () => {
    await inFolder({}, async (folder) => {
      await writeFileWhole(join(folder, "o.csv"), pieces(), signal);
      await writeFileWhole(join(folder, "o.csv.gz"), pieces(), signal);
      assert.equal(await readFile(join(folder, "o.csv"), "utf8"), "a,b\né,2\n");
      assert.equal(gunzipSync(await readFile(join(folder, "o.csv.gz"))).toString(), "a,b\né,2\n");
      assert.deepEqual(await readdir(folder), ["o.csv", "o.csv.gz"]);
    });
  });

  it("leaves what was there, and no half file, when the chunks fail", async () => {
    await inFolder({"old.csv": "old"}, async (folder) => {
      const fail = () => {
        throw new Error("row 3");
      };
      await assert.rejects(writeFileWhole(join(folder, "old.csv"), pieces(fail), signal), {message: "row 3"});
      await assert.rejects(writeFileWhole(join(folder, "new.csv.gz"), pieces(fail), signal), {message: "row 3"});
      assert.deepEqual(await readdir(folder), ["old.csv"]);
      assert.equal(await readFile(join(folder, "old.csv"), "utf8"), "old");
    });
  });

  it("leaves nothing when aborted before or while writing", async () => {
    await inFolder({}, async (folder) => {
      const stopper = new AbortController();
      const endless = (async function* () {
        for (;;) {
          yield "x\n".repeat(1000);
          setTimeout(() => stopper.abort(), 5);
        }
      })();
      await assert.rejects(writeFileWhole(join(folder, "o.csv"), endless, stopper.signal), {name: "AbortError"});
      await assert.rejects(writeFileWhole(join(folder, "o.csv"), pieces(), stopper.signal), {name: "AbortError"});
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it("replaces what a link points to, not the link", async () => {
    await inFolder({"real.csv": "old"}, async (folder) => {
      await symlink("real.csv", join(folder, "link.csv"));
      await writeFileWhole(join(folder, "link.csv"), pieces(), signal);
      assert.equal(await readlink(join(folder, "link.csv")), "real.csv");
      assert.equal(await readFile(join(folder, "real.csv"), "utf8"), "a,b\né,2\n");
    });
  });
});

describe("checkOutput(file)", () => {
  it("refuses folders, devices and folders that are not there", async () => {
    await inFolder({"o.csv": ""}, async (folder) => {
      await checkOutput(join(folder, "o.csv"));
      await checkOutput(join(folder, "new.csv"));
      await mkdir(join(folder, "d"));
      await writeFile(join(folder, "f"), "");
      for (const [file, got] of [
        [join(folder, "d"), "expected a file to write; got a folder"],
        ["/dev/null", "expected a file to write; got a device"],
        [join(folder, "none", "o.csv"), "expected a folder to write into; got none there"],
        [join(folder, "f", "o.csv"), "expected a folder to write into; got none there"]
      ]) {
        await assert.rejects(checkOutput(file), {name: "InputError", message: `${file}: ${got}`});
      }
    });
  });
});
