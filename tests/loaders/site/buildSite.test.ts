import assert from "node:assert/strict";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, beforeEach, describe, it, vi} from "vitest";

const ROOT = mkdtempSync(path.join(tmpdir(), "build-"));
vi.doMock("../../../loaders/root.js", () => ({ROOT}));
const {buildSite} = await import("../../../loaders/site/buildSite.js");

const output = path.join(ROOT, "dist");
const cache = path.join(ROOT, "src/.observablehq/cache");
const PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>new</body></html>';

/** Puts a command in Framework's place. */
function framework(script: string): void {
  const folder = path.join(ROOT, "node_modules/.bin");
  mkdirSync(folder, {recursive: true});
  writeFileSync(path.join(folder, "observable"), `#!/bin/sh\n${script}\n`, {mode: 0o755});
}

const former = () => readFileSync(path.join(output, "index.html"), "utf8");

afterAll(() => rmSync(ROOT, {recursive: true}));

describe("buildSite(output, {fillCache, env, signal})", () => {
  beforeEach(() => {
    mkdirSync(output, {recursive: true});
    writeFileSync(path.join(output, "index.html"), "former");
    writeFileSync(path.join(output, "gone.html"), "former");
  });

  it("swaps the finished site in, handing the environment to Framework", async () => {
    framework(`mkdir -p "$SITE_OUTPUT" && echo '${PAGE}' > "$SITE_OUTPUT/index.html" &&
      echo "$1 $HANDED $OBSERVABLE_TELEMETRY_DISABLE $SITE_OUTPUT" > "$SITE_OUTPUT/called"`);
    await buildSite(output, {env: {HANDED: "tracks"}});
    assert.match(former(), /lang="en"[\s\S]*Content-Security-Policy[\s\S]*new/);
    assert.equal(readFileSync(path.join(output, "called"), "utf8"), "build tracks true dist.building\n");
    assert.equal(existsSync(path.join(output, "gone.html")), false);
    assert.equal(existsSync(`${output}.building`), false);
  });

  it("fails with what Framework said, and keeps the former site", async () => {
    framework("echo out; echo 'loader failed: cannot read tracks' >&2; exit 3");
    await assert.rejects(buildSite(output), (error: Error) => {
      assert.match(error.message, /^observable build failed with code 3\n/);
      assert.match(error.message, /loader failed: cannot read tracks/);
      return true;
    });
    assert.equal(former(), "former");
  });

  it("fails where a page shows an error though Framework did not, and keeps the former site", async () => {
    const broken = PAGE.replace("new", '<p class="observablehq--error">');
    framework(`mkdir -p "$SITE_OUTPUT" && echo '${broken}' > "$SITE_OUTPUT/models.html"`);
    await assert.rejects(buildSite(output), /found an error on models\.html/);
    assert.equal(former(), "former");
  });

  it("is not fooled by what a killed build left", async () => {
    mkdirSync(`${output}.building`, {recursive: true});
    writeFileSync(path.join(`${output}.building`, "old.html"), "left");
    framework(`mkdir -p "$SITE_OUTPUT" && echo '${PAGE}' > "$SITE_OUTPUT/index.html"`);
    await buildSite(output);
    assert.equal(existsSync(path.join(output, "old.html")), false);
  });

  it("stops when told to, and keeps the former site", async () => {
    framework("exec sleep 60");
    const stopper = new AbortController();
    const building = buildSite(output, {signal: stopper.signal});
    setTimeout(() => stopper.abort(), 300);
    await assert.rejects(building, {name: "AbortError"});
    assert.equal(former(), "former");
  });

  it("fails where Framework is not installed", async () => {
    rmSync(path.join(ROOT, "node_modules"), {recursive: true});
    await assert.rejects(buildSite(output), {code: "ENOENT"});
    assert.equal(former(), "former");
  });

  it("hands Framework the outputs of loaders where the former ones lay", async () => {
    mkdirSync(path.join(cache, "data"), {recursive: true});
    writeFileSync(path.join(cache, "data/overview.json"), "stale");
    framework(`mkdir -p "$SITE_OUTPUT" && cp src/.observablehq/cache/data/overview.json "$SITE_OUTPUT"`);
    const fillCache = async (folder: string) => {
      assert.equal(existsSync(path.join(folder, "data")), false, "the former outputs are gone");
      mkdirSync(path.join(folder, "data"));
      writeFileSync(path.join(folder, "data/overview.json"), "fresh");
    };
    await buildSite(output, {fillCache});
    assert.equal(readFileSync(path.join(output, "overview.json"), "utf8"), "fresh");
  });

  it("forgets the outputs of loaders, and keeps Framework's own bundles", async () => {
    for (const folder of ["data", "_node", "_import"]) mkdirSync(path.join(cache, folder), {recursive: true});
    writeFileSync(path.join(cache, "data/overview.json"), "stale");
    framework(`mkdir -p "$SITE_OUTPUT"; ls src/.observablehq/cache > "$SITE_OUTPUT/seen"`);
    await buildSite(output);
    assert.deepEqual(readFileSync(path.join(output, "seen"), "utf8").trim().split("\n"), ["_import", "_node", "_npm"]);
  });
});
