import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {pathToFileURL} from "node:url";
import {describe, it} from "vitest";
import {bundleModules} from "../../../loaders/site/bundleModules.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const PAGE = (modules: readonly string[], preloads: readonly string[] = modules) => `<html><head>
<link rel="modulepreload" href="./_observablehq/client.js">
${preloads.map((module) => `<link rel="modulepreload" href="./${module}">\n`).join("")}<link rel="modulepreload" href="./_node/one/index.js">
</head><body><script type="module">
${modules.map((module) => `await import("./${module}");`).join("\n")}
</script></body></html>`;

const SITE = {
  "index.html": PAGE(
    ["_import/components/a.11111111.js"],
    ["_import/components/a.11111111.js", "_import/lib/deep/b.22222222.js"]
  ),
  "other.html": PAGE(["_import/lib/deep/b.22222222.js"]),
  "plain.html": "<html><body>no module</body></html>",
  "_import/style.css": "p {}",
  "_import/components/a.11111111.js":
    'import {one} from "../../_node/one/index.js";\nimport {b} from "../lib/deep/b.22222222.js";\nexport const a = one + b;\nexport const later = () => import("./c.33333333.js");\nexport const worker = () => import.meta.resolve("./someWorker.44444444.js");\n',
  "_import/lib/deep/b.22222222.js": 'import {one} from "../../../_node/one/index.js";\nexport const b = 10 * one;\n',
  "_import/components/c.33333333.js":
    'import {b} from "../lib/deep/b.22222222.js";\nexport const c = 2 * b;\nexport const late = "came late";\n',
  "_import/components/someWorker.44444444.js": 'import {b} from "../lib/deep/b.22222222.js";\nglobalThis.worked = b;\n',
  "_node/one/index.js": "export const one = 1;\n"
};

const named = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, name]) => name);

describe("bundleModules(folder)", () => {
  it("leaves modules that do the same, what is imported late and by a worker apart", async () => {
    await inFolder(SITE, async (folder) => {
      await bundleModules(folder);
      const [entry] = named(readFileSync(path.join(folder, "index.html"), "utf8"), /import\("\.\/([^"]+)"\)/g);
      const {a, later, worker} = await import(pathToFileURL(path.join(folder, entry)).href);
      assert.equal(a, 11);
      assert.equal((await later()).c, 20);
      await import(worker());
      assert.equal((globalThis as {worked?: number}).worked, 10);
    });
  });

  it("has pages name and fetch at once what is there, and all that is imported at once", async () => {
    await inFolder(SITE, async (folder) => {
      await bundleModules(folder);
      const left = readdirSync(path.join(folder, "_import"), {recursive: true}) as string[];
      assert.ok(
        left.every((file) => !/(components|lib\/deep)\/.+/.test(file)),
        left.join()
      );
      assert.ok(left.includes("style.css"));
      for (const page of ["index.html", "other.html"]) {
        const html = readFileSync(path.join(folder, page), "utf8");
        const links = named(html, /modulepreload" href="\.\/([^"]+)"/g);
        const imports = named(html, /import\("\.\/([^"]+)"\)/g);
        for (const file of [...links, ...imports].filter((name) => name.startsWith("_import"))) {
          assert.ok(existsSync(path.join(folder, file)), `${page} names ${file}`);
        }
        assert.ok(imports.every((file) => links.includes(file)));
        assert.ok(links.includes("_observablehq/client.js") && links.includes("_node/one/index.js"));
        const sources = links
          .filter((name) => name.startsWith("_import"))
          .map((file) => readFileSync(path.join(folder, file), "utf8"));
        assert.ok(
          sources.some((source) => source.includes("_node/one")),
          `${page} fetches what it shares`
        );
        assert.ok(!sources.some((source) => source.includes("came late")), `${page} fetches too much`);
        assert.ok(!links.some((file) => file.includes("someWorker")));
      }
      assert.equal(readFileSync(path.join(folder, "plain.html"), "utf8"), SITE["plain.html"]);
    });
  });

  it("gives the same bytes from the same modules", async () => {
    const bytes = () =>
      inFolder(SITE, async (folder) => {
        await bundleModules(folder);
        const files = readdirSync(path.join(folder, "_import")).filter((file) => file.endsWith(".js"));
        return files.map((file) => [file, readFileSync(path.join(folder, "_import", file), "utf8")]);
      });
    const first = await bytes();
    assert.ok(first.length >= 4);
    assert.deepEqual(await bytes(), first);
  });

  it("says which module cannot be read", async () => {
    await inFolder({...SITE, "_import/lib/deep/b.22222222.js": "export const b = ;"}, async (folder) => {
      await assert.rejects(bundleModules(folder), /b\.22222222\.js/);
    });
  });
});
