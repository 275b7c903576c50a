import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {setTimeout as sleep} from "node:timers/promises";
import {it} from "vitest";
import {downloadTracks, type DownloadTracksOptions} from "../../../loaders/tracks/download/downloadTracks.js";
import {locateTracks} from "../../../loaders/tracks/locateTracks.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {reset, serve, serveSome, serveWhole, stall, status, withMirror, type Answer} from "./mirror.js";

const content = Buffer.from(Array.from({length: 300_000}, (_, i) => (i * 7919) >> 3));
const other = Buffer.from(content).fill(0, 1000, 1100);
const shorter = content.subarray(0, 250_000);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const pinned = {name: "a.csv", bytes: content.length, sha256: hashOf(content)};
const DEAD = "http://127.0.0.1:1/"; // no server has that port
const patienceMs = 200;

interface Case extends DownloadTracksOptions {
  answers: Answer[]; // of the mirror on 127.0.0.1
  before?: string[]; // mirrors asked before it
  after?: string[];
  files?: Record<string, Uint8Array>; // there already
}

/** Downloads into a folder; returns what it holds then, the error's text and the ranges the mirror was asked for. */
async function download({answers, before = [], after = [], files = {}, ...options}: Case) {
  return withMirror(answers, async ({url, ranges}) =>
    inFolder(files, async (folder) => {
      const source = {files: [pinned], mirrors: [...before, url, ...after]};
      const error = await downloadTracks(folder, {source, patienceMs, ...options}).then(
        () => undefined,
        (error: Error) => `${error.name}: ${error.message.replace(folder, "").replace(url, "URL")}`
      );
      const names = await readdir(folder);
      const whole = names.includes("a.csv") && (await readFile(join(folder, "a.csv"))).equals(content);
      return {error, names, whole, ranges};
    })
  );
}

const done = (ranges: number[]) => ({error: undefined, names: ["a.csv"], whole: true, ranges});
const wrong = `InputError: /a.csv: expected 300000 bytes of SHA-256 ${pinned.sha256}; got`;

it("downloadTracks(folder) downloads once, then keeps what it has", async () => {
  assert.deepEqual(await download({answers: [serve(content)]}), done([0]));
  assert.deepEqual(await download({answers: [status(500)], files: {"a.csv": content}}), done([]));
  assert.deepEqual(await download({answers: [serve(content)], files: {"a.csv": other}}), done([0]));
});

it("downloadTracks(folder) resumes what an earlier run left", async () => {
  const files = {"a.csv.part": content.subarray(0, 100_000)};
  assert.deepEqual(await download({answers: [serve(content)], files}), done([100_000]));
  assert.deepEqual(await download({answers: [serve(content)], files: {"a.csv.part": content}}), done([]));
});

it("downloadTracks(folder) starts again where a server ignores or refuses the range, or the part is another file's", async () => {
  const files = {"a.csv.part": content.subarray(0, 100_000)};
  assert.deepEqual(await download({answers: [serveWhole(content)], files}), done([100_000]));
  assert.deepEqual(await download({answers: [status(416), serve(content)], files}), done([100_000, 0]));
  const rotten = {"a.csv.part": other.subarray(0, 100_000)};
  assert.deepEqual(await download({answers: [serve(content)], files: rotten}), done([100_000, 0]));
  const long = {"a.csv.part": Buffer.concat([content, content])};
  assert.deepEqual(await download({answers: [serve(content)], files: long}), done([0]));
});

it("downloadTracks(folder) refuses another range than the one asked for", async () => {
  const lie: Answer = (response) => void response.writeHead(206, {"content-range": "bytes 5-9/300000"}).end("12345");
  const {error, whole} = await download({answers: [lie], files: {"a.csv.part": content.subarray(0, 100_000)}});
  assert.match(error!, /^UnreachableError: .*the range bytes 5-9\/300000$/);
  assert.equal(whole, false);
});

it("downloadTracks(folder) resumes after a reset, a body cut off and a stall", async () => {
  const end = (response: {end(): void}) => response.end();
  for (const then of [reset, end, stall]) {
    const result = await download({answers: [serveSome(content, 100_000, then), serve(content)]});
    assert.deepEqual({...result, ranges: []}, done([]));
    assert.equal(result.ranges.length, 2);
    assert.ok(result.ranges[1] > 0 && result.ranges[1] <= 100_000);
  }
});

it("downloadTracks(folder) resumes a body that ends early without having said how long it is", async () => {
  const short: Answer = (response) => void response.writeHead(200).end(content.subarray(0, 100_000));
  assert.deepEqual(await download({answers: [short, serve(content)]}), done([0, 100_000]));
});

it("downloadTracks(folder) turns to the next mirror", async () => {
  await withMirror([serve(content)], async ({url}) => {
    const after = [url];
    const names = ["a.csv"];
    for (const answers of [[status(404)], [status(503)], [reset], [stall], [serve(other)], [serve(shorter)]]) {
      const {error, whole, names: there} = await download({answers: answers as Answer[], after});
      assert.deepEqual({error, whole, names: there}, {error: undefined, whole: true, names});
    }
  });
  assert.deepEqual(await download({answers: [serve(content)], before: [DEAD]}), done([0]));
});

it("downloadTracks(folder) refuses another file, by hash or by size, and leaves nothing of it", async () => {
  const nothing = {names: [], whole: false};
  assert.deepEqual(await download({answers: [serve(other)]}), {
    ...nothing,
    error: `${wrong} SHA-256 ${hashOf(other)}`,
    ranges: [0]
  });
  assert.deepEqual(await download({answers: [serve(shorter)], after: [DEAD]}), {
    ...nothing,
    error: `${wrong} 250000 bytes`,
    ranges: [0]
  });
  const endless: Answer = (response) => {
    response.writeHead(200);
    const more = () => void (response.writable && response.write(content, more));
    more();
  };
  assert.deepEqual(await download({answers: [endless]}), {
    ...nothing,
    error: `${wrong} more than 300000 bytes`,
    ranges: [0]
  });
});

it("downloadTracks(folder) gives up within seconds when every mirror is dead, stalls or drips", async () => {
  const drip: Answer = (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  };
  const start = performance.now();
  for (const answer of [stall, reset, drip, status(404), status(500), serveSome(content, 0, stall)]) {
    const {error, whole, names} = await download({answers: [answer], before: [DEAD]});
    assert.match(error!, /^UnreachableError: expected a.csv from one of 2 mirrors; got 127.0.0.1:1: ECONNREFUSED; 127/);
    assert.ok(!whole && !names.includes("a.csv"));
  }
  assert.ok(performance.now() - start < 20_000);
});

it("downloadTracks(folder) leaves nothing when the disk is full, and does not ask another mirror", async () => {
  let writes = 0;
  const write = async () => {
    if (++writes > 1) throw Object.assign(new Error("no space left on device"), {code: "ENOSPC"});
  };
  const result = await download({answers: [serve(content)], write, before: [], after: [DEAD]});
  assert.deepEqual(result, {
    error: "InputError: /a.csv.part: expected room to write the download; got a full disk (ENOSPC)",
    names: [],
    whole: false,
    ranges: [0]
  });
});

it("downloadTracks(folder, {onProgress}) counts the bytes of all files, up to the last", async () => {
  const seen: number[] = [];
  const files = {"a.csv.part": content.subarray(0, 100_000)};
  await download({
    answers: [serve(content)],
    files,
    onProgress: ({file, receivedBytes, totalBytes}) => {
      assert.deepEqual([file, totalBytes], ["a.csv", content.length]);
      seen.push(receivedBytes);
    }
  });
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => a - b)
  );
  assert.ok(seen[0] > 100_000);
  assert.equal(seen.at(-1), content.length);
});

it("downloadTracks(folder), killed in the middle, leaves only a part that the next run resumes", async () => {
  const module = fileURLToPath(new URL("../../../loaders/tracks/download/downloadTracks.ts", import.meta.url));
  await withMirror([serveSome(content, 100_000, stall), serve(content)], ({url, ranges}) =>
    inFolder({}, async (root) => {
      const folder = join(root, "raw");
      const source = {files: [pinned], mirrors: [url]};
      const script = `import(${JSON.stringify(module)}).then((m) => m.downloadTracks(${JSON.stringify(folder)}, ${JSON.stringify({source})}))`;
      const child = spawn(process.execPath, ["--import", "tsx", "-e", script]);
      const part = join(folder, "a.csv.part");
      while (!existsSync(part) || (await stat(part)).size < 100_000) await sleep(20);
      child.kill("SIGKILL");
      assert.deepEqual(await readdir(folder), ["a.csv.part"]);
      const demo = await locateTracks({env: {OFFLINE: "1"}, root, warn: () => undefined, download: {source}});
      assert.equal(demo.source, "demo");
      await rm(`${folder}.lock`, {recursive: true}); // the dead process's; else it goes stale in ten seconds
      await downloadTracks(folder, {source, patienceMs});
      assert.deepEqual(await readdir(folder), ["a.csv"]);
      assert.deepEqual(ranges, [0, 100_000]);
    })
  );
});

it("locateTracks(options) downloads into data/raw/, and falls back to the demo if no mirror serves", async () => {
  await inFolder({}, (root) =>
    withMirror([status(404), serve(content)], async ({url}) => {
      const download = {source: {files: [pinned], mirrors: [url]}, patienceMs};
      let warning = "";
      const demo = await locateTracks({env: {}, root, download, warn: (text) => (warning = text)});
      assert.equal(demo.source, "demo");
      assert.match(warning, /SYNTHETIC DEMO[^]*the download failed: .*HTTP 404/);
      let received = 0;
      const onProgress = (progress: {receivedBytes: number}) => (received = progress.receivedBytes);
      const located = await locateTracks({env: {}, root, download, warn: assert.fail, onProgress});
      assert.deepEqual(located, {source: "download", files: [join(root, "data/raw/hit-predictor/a.csv")]});
      assert.equal(received, content.length);
      assert.deepEqual(await locateTracks({env: {OFFLINE: "1"}, root, download, warn: assert.fail}), located);
    })
  );
});

it("locateTracks(options) stops at a download that is not what was pinned", async () => {
  await inFolder({}, (root) =>
    withMirror([serve(other)], async ({url}) => {
      const download = {source: {files: [pinned], mirrors: [url]}, patienceMs};
      await assert.rejects(
        locateTracks({env: {}, root, download, warn: assert.fail}),
        /^InputError: .*expected 300000 bytes/
      );
    })
  );
});
