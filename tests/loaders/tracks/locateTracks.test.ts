import assert from "node:assert/strict";
import {join} from "node:path";
import {it} from "vitest";
import {locateTracks} from "../../../loaders/tracks/locateTracks.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const warn = () => assert.fail("no warning is due");
const name = "hit-predictor/a.csv";
const source = {mirrors: [], files: [{name: "a.csv", bytes: 3, sha256: "x"}]};
const OFFLINE = "1";

it("locateTracks(options) takes TRACKS before everything else", async () => {
  await inFolder(
    {"data/raw/b.csv": "", "mine/z.csv": "", "mine/A.csv.gz": "", "mine/.x.csv": "", "mine/c.txt": ""},
    async (root) => {
      const folder = await locateTracks({env: {TRACKS: "mine"}, root, warn});
      assert.deepEqual(folder, {source: "tracks", files: [join(root, "mine/A.csv.gz"), join(root, "mine/z.csv")]});
      const file = await locateTracks({env: {TRACKS: join(root, "mine/c.txt")}, root, warn});
      assert.deepEqual(file, {source: "tracks", files: [join(root, "mine/c.txt")]});
    }
  );
});

it("locateTracks(options) refuses TRACKS without a CSV, or one that counts twice", async () => {
  await inFolder({"empty/readme.txt": "", "twice/a.csv": "", "twice/a.csv.gz": ""}, async (root) => {
    const locate = (TRACKS: string) => locateTracks({env: {TRACKS}, root, warn});
    const expected = "expected a CSV or a folder of CSVs (named by TRACKS); got";
    await assert.rejects(locate("gone"), {message: `${join(root, "gone")}: ${expected} nothing there`});
    await assert.rejects(locate("empty"), {message: `${join(root, "empty")}: ${expected} a folder without one`});
    await assert.rejects(locate("twice"), /expected one of a.csv and a.csv.gz; got both$/);
  });
});

it("locateTracks(options) takes data/raw/, then what was downloaded there in full", async () => {
  await inFolder({"data/raw/b.csv": "", "data/raw/.gitkeep": "", [`data/raw/${name}`]: "abc"}, async (root) => {
    const located = await locateTracks({env: {}, root, warn, download: {source}});
    assert.deepEqual(located, {source: "raw", files: [join(root, "data/raw/b.csv")]});
  });
  await inFolder({"data/raw/.gitkeep": "", [`data/raw/${name}`]: "abc"}, async (root) => {
    const located = await locateTracks({env: {OFFLINE}, root, warn, download: {source}});
    assert.deepEqual(located, {source: "download", files: [join(root, "data/raw", name)]});
  });
});

it("locateTracks(options) falls back to the demo offline, loudly, never to part of a download", async () => {
  const files = {
    [`data/raw/${name}`]: "ab",
    [`data/raw/${name}.part`]: "abc",
    "data/demo/b.json": "",
    "data/demo/a.json": ""
  };
  await inFolder(files, async (root) => {
    let warning = "";
    const located = await locateTracks({env: {OFFLINE}, root, warn: (text) => (warning = text), download: {source}});
    const demo = [join(root, "data/demo/a.json"), join(root, "data/demo/b.json")];
    assert.deepEqual(located, {source: "demo", files: demo, tracks: 12_000, seed: 42});
    assert.match(warning, /SYNTHETIC DEMO[^]*OFFLINE forbids a download[^]*data\/raw\/[^]*TRACKS=/);
  });
});

it("locateTracks(options) draws as many demo tracks as DEMO_TRACKS says", async () => {
  await inFolder({}, async (root) => {
    const locate = (DEMO_TRACKS: string) => locateTracks({env: {OFFLINE, DEMO_TRACKS}, root, warn: () => undefined});
    assert.deepEqual(await locate("500"), {source: "demo", files: [], tracks: 500, seed: 42});
    for (const text of ["many", "0", "-5", "1.5", "199", "1e99"]) {
      await assert.rejects(locate(text), /^InputError: DEMO_TRACKS: expected a whole number from 200 to 1000000; got/);
    }
  });
});
