import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {ROOT} from "../root.js";

const hashes = new Map<string, Promise<string>>();

/**
 * Hash of everything a module runs: its source, the source of every module of ours that it imports, and the versions
 * of the packages it imports. Imports of types alone do not count.
 *
 * @param module file URL of a TypeScript module
 * @returns SHA-256, hex
 */
export function sourceHash(module: string): Promise<string> {
  let hash = hashes.get(module);
  if (!hash) hashes.set(module, (hash = computeSourceHash(fileURLToPath(module))));
  return hash;
}

async function computeSourceHash(entry: string): Promise<string> {
  const {metafile} = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent"
  });
  const hash = createHash("sha256");
  const packages = new Set<string>();
  for (const file of Object.keys(metafile.inputs).sort()) {
    hash.update(file).update("\0");
    hash.update(await readFile(path.join(ROOT, file))).update("\0");
    for (const imported of metafile.inputs[file].imports) {
      if (imported.external && !imported.path.startsWith("node:")) packages.add(packageName(imported.path));
    }
  }
  for (const name of [...packages].sort()) hash.update(`${name}@${await packageVersion(name)}\0`);
  return hash.digest("hex");
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

async function packageVersion(name: string): Promise<string> {
  const text = await readFile(path.join(ROOT, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}
