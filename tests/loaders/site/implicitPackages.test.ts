import assert from "node:assert/strict";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, it, vi} from "vitest";

const FRAMEWORK = path.resolve("node_modules/@observablehq/framework/dist");
const ROOT = mkdtempSync(path.join(tmpdir(), "implicit-"));
vi.doMock("../../../loaders/root.js", () => ({ROOT}));
const {nameImplicitPackages} = await import("../../../loaders/site/implicitPackages.js");

afterAll(() => rmSync(ROOT, {recursive: true}));

it("nameImplicitPackages() answers for every library that Framework's runtime names, and may be called again", async () => {
  await nameImplicitPackages();
  await nameImplicitPackages();
  const folder = path.join(ROOT, "src/.observablehq/cache/_npm");
  const named = new Set(
    readdirSync(folder)
      .flatMap((entry) =>
        entry.startsWith("@") ? readdirSync(path.join(folder, entry)).map((name) => `${entry}/${name}`) : [entry]
      )
      .map((entry) => {
        assert.match(entry, /@\d+\.\d+\.\d+$/);
        return entry.slice(0, entry.lastIndexOf("@"));
      })
  );
  const runtime = ["fileAttachment", "recommendedLibraries", "sampleDatasets"].map((name) =>
    readFileSync(path.join(FRAMEWORK, `client/stdlib/${name}.js`), "utf8")
  );
  const wanted = runtime.flatMap((source) => [...source.matchAll(/npm:((?:@[\w.-]+\/)?[\w.-]+)/g)].map(([, n]) => n));
  wanted.splice(0, wanted.length, ...wanted.filter((name) => name !== "@duckdb/duckdb-wasm")); // Framework pins it
  assert.ok(wanted.length > 20, wanted.join());
  assert.deepEqual(
    wanted.filter((name) => !named.has(name)),
    []
  );
});
