import assert from "node:assert/strict";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {it} from "vitest";
import {AUDIO_FEATURES} from "../../../lib/features/features.js";
import {drawDemo} from "../../../loaders/demo/drawDemo.js";
import {readDemo} from "../../../loaders/demo/readDemo.js";
import {ROOT} from "../../../loaders/root.js";
import {locateTracks} from "../../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../../loaders/tracks/readDataset.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const folder = join(ROOT, "data/demo");
const names = await readdir(folder);
const {groups} = await readDemo(names.sort().map((name) => join(folder, name)));
const table = drawDemo(groups, {tracks: 12_000, seed: 42});
const column = (name: string, {X} = table) => X.columns[X.names.indexOf(name)];

it("drawDemo(groups, options) draws as many tracks as asked, by shares, under made-up names", () => {
  assert.equal(table.X.length, 12_000);
  table.uri.forEach((uri, i) => assert.equal(uri, `demo:track:${i + 1}`));
  table.title.forEach((title, i) => assert.equal(title, `Demo track ${i + 1}`));
  for (const artist of table.artist) assert.match(artist, /^Demo artist \d+$/);
  for (const {decade, label, share} of groups) {
    const n = table.label.reduce((sum, l, i) => sum + Number(l === label && column("decade")[i] === decade), 0);
    assert.ok(Math.abs(n - 12_000 * share) <= 1 + 12_000 * 0.0005, `${decade} ${label}: ${n}`);
  }
});

it("drawDemo(groups, options) gives the same tracks for a seed, others for another", () => {
  assert.deepEqual(drawDemo(groups, {tracks: 300, seed: 1}), drawDemo(groups, {tracks: 300, seed: 1}));
  assert.notDeepEqual(drawDemo(groups, {tracks: 300, seed: 1}).X, drawDemo(groups, {tracks: 300, seed: 2}).X);
});

it("drawDemo(groups, options) keeps every value in its feature's range, whole where it is counted", () => {
  for (const {name, min, max, zeroIsMissing} of AUDIO_FEATURES) {
    for (const value of column(name)) {
      if (Number.isNaN(value)) assert.ok(zeroIsMissing, name);
      else assert.ok(value >= min && value <= max && !(zeroIsMissing && value === 0), `${name} ${value}`);
    }
  }
  for (const name of ["key", "mode", "duration_ms", "time_signature", "sections"]) {
    assert.ok(
      column(name).every((value) => Number.isNaN(value) || Number.isInteger(value)),
      name
    );
  }
});

it("drawDemo(groups, options) gives an artist one label and decade, and tracks in skewed numbers", () => {
  const artists = new Map<string, {group: string; tracks: number}>();
  table.artist.forEach((artist, i) => {
    const group = `${column("decade")[i]} ${table.label[i]}`;
    const seen = artists.get(artist) ?? {group, tracks: 0};
    assert.equal(seen.group, group, artist);
    artists.set(artist, {group, tracks: seen.tracks + 1});
  });
  const sizes = [...artists.values()].map(({tracks}) => tracks).sort((a, b) => b - a);
  assert.ok(sizes.length > 2_000 && sizes.length < 6_000, `${sizes.length} artists`);
  assert.equal(sizes[sizes.length >> 1], 1);
  assert.ok(sizes[0] >= 20 && sizes[0] <= 200, `${sizes[0]} tracks`);
});

it("drawDemo(groups, options) refuses too few tracks", () => {
  for (const tracks of [0, 199, 300.5, NaN]) assert.throws(() => drawDemo(groups, {tracks, seed: 1}), RangeError);
});

it("readDataset(located) marks the demo as synthetic and hashes what decides it", async () => {
  const read = async (DEMO_TRACKS: string) => {
    const env = {OFFLINE: "1", DEMO_TRACKS};
    return readDataset(await locateTracks({env, root: ROOT, warn: () => undefined, download: {source: absent}}));
  };
  const absent = {mirrors: [], files: [{name: "absent.csv", bytes: 1, sha256: ""}]};
  const {provenance, clean} = await read("1000");
  assert.equal(provenance.source, "demo");
  assert.equal(provenance.synthetic, true);
  assert.equal(provenance.study, "Hit Predictor (synthetic demo)");
  assert.deepEqual([provenance.rows, provenance.tracks, clean.length], [1000, 1000, 1000]);
  assert.equal(
    provenance.files.reduce((sum, {rows}) => sum + rows, 0),
    1000
  );
  assert.equal((await read("1000")).provenance.hash, provenance.hash);
  assert.notEqual((await read("1001")).provenance.hash, provenance.hash);
});

it("readDemo(paths) holds parameters, no track: under 500 kB, four digits", async () => {
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  assert.ok(texts.join("").length < 500_000);
  for (const text of texts) {
    assert.doesNotMatch(text, /spotify|http/i);
    for (const number of text.match(/-?\d[\d.]*(e-?\d+)?/g)!) {
      const digits = number.replace(/e.*|[-.]/g, "").replace(/^0+|0+$/g, "");
      assert.ok(digits.length <= 4, number);
    }
  }
});

it("readDemo(paths) refuses what is not a parameter file", async () => {
  const features = JSON.stringify({format: "trackoracle-demo/1", features: ["a"], groups});
  await inFolder({"a.json": "{}", "b.json": "no", "c.json": features}, async (folder) => {
    for (const name of ["a.json", "b.json", "c.json"]) {
      await assert.rejects(readDemo([join(folder, name)]), /^InputError: .*expected /, name);
    }
  });
  await assert.rejects(readDemo([]), {message: "data/demo: expected the demo's parameters; got no file"});
});
